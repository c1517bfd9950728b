package dev.harrier.sample.scenario;

import java.util.List;

import dev.harrier.sample.record.SignIn;
import dev.harrier.sample.record.Stream;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** A session stolen by a phishing proxy is used from another network at once. */
final class TokenReplay implements Scenario {
    @Override
    public String kind() {
        return "token-replay";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        List<Address> sources = story.hostile(2);
        long at = story.between(18 * Ticks.HOUR, 3 * Ticks.HOUR);
        SignIn lured = story.signIn(Stream.INTERACTIVE, victim, Application.OFFICE_HOME, sources.get(0), at)
                .strong(true)
                .on(Device.HOSTILE_BROWSER).risk("medium", "anonymizedIPAddress");
        for (int turn = 0; turn < 8; turn++) {
            long later = at + (3 + turn * turn) * Ticks.MINUTE;
            story.signIn(Stream.NON_INTERACTIVE, victim, turn % 2 == 0 ? Application.EXCHANGE : Application.OFFICE,
                    sources.get(1),
                    later).on(Device.HOSTILE_LINUX).session(lured.sessionIdentifier()).token("refreshToken");
        }
        story.note(
                "the second factor is passed through a proxy; three minutes later the session renews tokens elsewhere");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        long at = story.between(16 * Ticks.HOUR, 3 * Ticks.HOUR);
        SignIn desk = story.signIn(Stream.INTERACTIVE, person, Application.OFFICE_HOME, person.home(), at).strong(true);
        for (int turn = 0; turn < 4; turn++) {
            story.signIn(Stream.NON_INTERACTIVE, person, Application.OFFICE, person.mobile(),
                    at + (6 + 5 * turn) * Ticks.MINUTE)
                    .session(desk.sessionIdentifier()).token("refreshToken");
        }
        story.note("a laptop moves from the home network to a phone's hotspot on the train");
    }
}

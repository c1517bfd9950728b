package dev.harrier.sample.scenario;

import dev.harrier.sample.record.DirectoryChange;
import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.record.Stream;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** An account that slept for months wakes up abroad. */
final class AwakenedAccount implements Scenario {
    @Override
    public String kind() {
        return "awakened-account";
    }

    @Override
    public void attack(Story story) {
        Person sleeper = story.dormant();
        Address source = story.hostile();
        long at = story.between(20 * Ticks.HOUR, 4 * Ticks.HOUR);
        story.signIn(Stream.INTERACTIVE, sleeper, Application.OFFICE_HOME, source, at).on(Device.HOSTILE_BROWSER)
                .strong(false);
        story.change(at + 4 * Ticks.MINUTE, "User registered security info", "UserManagement", sleeper, source,
                DirectoryChange.Target.of(sleeper));
        for (int turn = 1; turn < 6; turn++) {
            story.signIn(Stream.NON_INTERACTIVE, sleeper, Application.EXCHANGE, source, at + turn * 31 * Ticks.MINUTE)
                    .on(Device.HOSTILE_BROWSER).token("refreshToken");
        }
        story.note("unused for months; now signs in abroad and registers a new second factor");
    }

    @Override
    public void lookAlike(Story story) {
        Person sleeper = story.dormant();
        long at = story.between(18 * Ticks.HOUR, 4 * Ticks.HOUR);
        story.signIn(Stream.INTERACTIVE, sleeper, Application.OFFICE_HOME, sleeper.office(), at)
                .ends(Outcome.PASSWORD_EXPIRED);
        story.signIn(Stream.INTERACTIVE, sleeper, Application.OFFICE_HOME, sleeper.office(), at + 9 * Ticks.MINUTE)
                .strong(true);
        story.signIn(Stream.NON_INTERACTIVE, sleeper, Application.TEAMS, sleeper.office(), at + 20 * Ticks.MINUTE);
        story.note("back at the desk after parental leave, on the known laptop");
    }
}

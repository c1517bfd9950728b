package dev.harrier.sample.scenario;

import java.util.List;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.record.SignIn;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** Portal attempts that get past one step and fail at the next, from several addresses. */
final class PortalFailures implements Scenario {
    @Override
    public String kind() {
        return "portal-failures";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.administrator();
        List<Address> sources = story.hostileInOneCity(3);
        long at = story.between(18 * Ticks.HOUR, 3 * Ticks.HOUR);
        for (int turn = 0; turn < 9; turn++) {
            Address source = sources.get(turn % sources.size());
            at += story.dice().between(3 * Ticks.MINUTE, 9 * Ticks.MINUTE);
            SignIn interrupted = story.intrusion(victim, Application.PORTAL, source, at).ends(Outcome.PASSWORD_RESET);
            story.intrusion(victim, Application.PORTAL, source, at + 40 * Ticks.SECOND).continues(interrupted)
                    .ends(turn % 3 == 2 ? Outcome.MFA_REQUIRED : Outcome.LOCKED);
        }
        story.note(
                "nine portal attempts are interrupted by a password reset and then fail, from three addresses of one city");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.administrator();
        long at = story.between(16 * Ticks.HOUR, 3 * Ticks.HOUR);
        SignIn interrupted = story.signIn(person, Application.PORTAL, person.home(), at).ends(Outcome.PASSWORD_RESET);
        story.signIn(person, Application.PORTAL, person.home(), at + 2 * Ticks.MINUTE).continues(interrupted);
        story.note("an administrator registers for password reset when asked, then carries on");
    }
}

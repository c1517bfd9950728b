package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** Prompt after prompt until the owner gives in. */
final class MfaFatigue implements Scenario {
    @Override
    public String kind() {
        return "mfa-fatigue";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        Address source = story.hostile();
        long at = story.between(18 * Ticks.HOUR, 3 * Ticks.HOUR);
        for (int turn = 0; turn < 16; turn++) {
            at += story.dice().between(40 * Ticks.SECOND, 150 * Ticks.SECOND);
            story.intrusion(victim, Application.OFFICE_HOME, source, at)
                    .ends(turn % 4 == 3 ? Outcome.MFA_DENIED : Outcome.MFA_IGNORED);
        }
        story.intrusion(victim, Application.OFFICE_HOME, source, at + Ticks.MINUTE).strong(true)
                .risk("high", "unfamiliarFeatures");
        story.note("sixteen prompts in half an hour, then one is approved");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        long at = story.between(16 * Ticks.HOUR, 3 * Ticks.HOUR);
        for (int turn = 0; turn < 3; turn++) {
            story.signIn(person, Application.OFFICE_HOME, person.home(), at + turn * Ticks.MINUTE)
                    .ends(Outcome.MFA_IGNORED);
        }
        story.signIn(person, Application.OFFICE_HOME, person.home(), at + 8 * Ticks.MINUTE).strong(true);
        story.note("the phone lies in another room; three prompts time out, the fourth is answered");
    }
}

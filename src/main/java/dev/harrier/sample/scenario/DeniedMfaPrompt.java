package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** The password is known, the owner refuses the prompt. */
final class DeniedMfaPrompt implements Scenario {
    @Override
    public String kind() {
        return "denied-mfa-prompt";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        Address source = story.hostile();
        long at = story.between(18 * Ticks.HOUR, 30 * Ticks.MINUTE);
        story.intrusion(victim, Application.OFFICE_HOME, source, at).ends(Outcome.MFA_REQUIRED);
        story.intrusion(victim, Application.OFFICE_HOME, source, at + 40 * Ticks.SECOND).ends(Outcome.MFA_DENIED);
        story.intrusion(victim, Application.OFFICE_HOME, source, at + 3 * Ticks.MINUTE).ends(Outcome.MFA_DENIED);
        story.note("a stranger has the password; the owner refuses two prompts");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        long at = story.between(16 * Ticks.HOUR, 30 * Ticks.MINUTE);
        story.signIn(person, Application.OFFICE_HOME, person.home(), at).ends(Outcome.MFA_DENIED);
        story.signIn(person, Application.OFFICE_HOME, person.home(), at + Ticks.MINUTE).strong(true);
        story.note("somebody taps the wrong button on their own prompt and approves the next");
    }
}

package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.record.Stream;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** An address that tries disabled accounts and opens another one. */
final class DisabledProbeWithSuccess implements Scenario {
    @Override
    public String kind() {
        return "disabled-probe-with-success";
    }

    @Override
    public void attack(Story story) {
        Address source = story.hostile();
        Person victim = story.member();
        long at = story.between(18 * Ticks.HOUR, 3 * Ticks.HOUR);
        for (int turn = 0; turn < 4; turn++) {
            at += story.dice().between(Ticks.MINUTE, 8 * Ticks.MINUTE);
            story.intrusion(story.disabled(), Application.OFFICE_HOME, source, at).ends(Outcome.DISABLED);
        }
        story.intrusion(victim, Application.OFFICE_HOME, source, at + 5 * Ticks.MINUTE);
        // The published rule reads successes from the interactive table whatever it reads the failures from.
        story.signIn(Stream.INTERACTIVE, victim, Application.SHAREPOINT, source, at + 7 * Ticks.MINUTE)
                .on(Device.HOSTILE_BROWSER).strong(false);
        story.note("four disabled accounts are tried, then an enabled one opens from the same address");
    }

    @Override
    public void lookAlike(Story story) {
        Person leaver = story.disabled();
        Person colleague = story.member();
        long at = story.between(16 * Ticks.HOUR, 3 * Ticks.HOUR);
        story.signIn(leaver, Application.OUTLOOK_MOBILE, leaver.office(), at).on(leaver.phone()).ends(Outcome.DISABLED);
        story.signIn(Stream.INTERACTIVE, colleague, Application.OFFICE_HOME, leaver.office(), at + 10 * Ticks.MINUTE);
        story.note(
                "a leaver hands in the phone at the office, where it makes a last attempt behind the shared address");
    }
}

package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** Guessing at the portal until it opens. */
final class PortalBruteForce implements Scenario {
    @Override
    public String kind() {
        return "portal-brute-force";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.administrator();
        Address source = story.hostile();
        long bin = 20 * Ticks.MINUTE;
        long begin = Math.floorDiv(story.between(18 * Ticks.HOUR, 3 * Ticks.HOUR), bin) * bin;
        for (int turn = 0; turn < 11; turn++) {
            story.intrusion(victim, Application.PORTAL, source, begin + (turn + 1) * 70 * Ticks.SECOND)
                    .ends(Outcome.INVALID_PASSWORD);
        }
        story.intrusion(victim, Application.PORTAL, source, begin + 16 * Ticks.MINUTE).risk("high",
                "unfamiliarFeatures");
        story.note("eleven wrong passwords and a right one at the portal within 20 minutes");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.administrator();
        long at = story.between(16 * Ticks.HOUR, 3 * Ticks.HOUR);
        for (int turn = 0; turn < 3; turn++) {
            story.signIn(person, Application.PORTAL, person.office(), at + turn * Ticks.MINUTE)
                    .ends(Outcome.INVALID_PASSWORD);
        }
        story.signIn(person, Application.PORTAL, person.office(), at + 4 * Ticks.MINUTE);
        story.note("an administrator mistypes three times at the desk");
    }
}

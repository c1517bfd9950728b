package dev.harrier.sample.scenario;

import java.util.List;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** The opening that several stories share: one address fails often enough to be remembered. */
final class Failures {
    private Failures() {}

    /** Nine failures within a quarter of an hour. @return when the last one was */
    static long guess(Story story, Address source) {
        List<Person> targets = story.members(3);
        long at = story.between(18 * Ticks.HOUR, 2 * Ticks.HOUR);
        for (int turn = 0; turn < 9; turn++) {
            at += story.dice().between(30 * Ticks.SECOND, 90 * Ticks.SECOND);
            story.intrusion(targets.get(turn % targets.size()), Application.OFFICE_HOME, source, at)
                    .ends(Outcome.INVALID_PASSWORD);
        }
        return at;
    }
}

package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** Failures at the code host far above what this account usually has. */
final class RepositoryBruteForce implements Scenario {
    @Override
    public String kind() {
        return "repository-brute-force";
    }

    @Override
    public boolean lastHour() {
        return true;
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        Address source = story.hostile();
        for (int turn = 0; turn < 4; turn++) {
            story.habit(story.stream(), victim, Application.GITHUB, victim.home(),
                    story.ago((5 + 4 * turn) * Ticks.HOUR))
                    .ends(Outcome.INVALID_PASSWORD);
        }
        long hour = Math.floorDiv(story.now(), Ticks.HOUR) * Ticks.HOUR;
        long past = story.now() - hour;
        // Rules count per clock hour: stay on one side of the hour's edge.
        long from = past > 20 * Ticks.MINUTE ? hour + past / 4 : hour - 30 * Ticks.MINUTE;
        long to = past > 20 * Ticks.MINUTE ? story.now() - Ticks.MINUTE : hour - Ticks.MINUTE;
        for (int turn = 0; turn < 28; turn++) {
            story.intrusion(victim, Application.GITHUB, source, story.dice().between(from, to))
                    .ends(Outcome.INVALID_PASSWORD);
        }
        story.note("28 failures at GitHub within an hour for an account that has one now and then");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        for (int turn = 0; turn < 8; turn++) {
            story.signIn(person, Application.GITHUB, person.home(), story.ago((4 + 5 * turn) * Ticks.MINUTE))
                    .ends(Outcome.SESSION_EXPIRED);
        }
        story.note("a build tool with an expired session asks again eight times");
    }
}

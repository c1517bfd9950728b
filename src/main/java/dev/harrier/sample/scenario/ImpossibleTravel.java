package dev.harrier.sample.scenario;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.Ticks;

/** Two countries within half an hour. */
final class ImpossibleTravel implements Scenario {
    @Override
    public String kind() {
        return "impossible-travel";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        long at = story.between(18 * Ticks.HOUR, 2 * Ticks.HOUR);
        story.habit(story.stream(), victim, Application.TEAMS, victim.home(), at);
        Address source = story.hostile();
        for (int turn = 0; turn < 3; turn++) {
            story.intrusion(victim, Application.SHAREPOINT, source, at + (25 + 4 * turn) * Ticks.MINUTE)
                    .risk("medium", "impossibleTravel");
        }
        story.note("signs in at home and 25 minutes later from a country hours of flight away");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        Person elsewhere = story.member();
        long at = story.between(16 * Ticks.HOUR, 2 * Ticks.HOUR);
        story.signIn(person, Application.TEAMS, person.home(), at);
        Address exit = elsewhere.office().place().country().equals(person.place().country())
                ? story.away(Places.CLOUD.get(1))
                : elsewhere.office();
        story.signIn(person, Application.TEAMS, exit, at + 20 * Ticks.MINUTE);
        story.note("the company VPN lets somebody out through another country's exit");
    }
}

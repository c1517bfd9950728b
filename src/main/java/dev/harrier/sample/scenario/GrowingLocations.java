package dev.harrier.sample.scenario;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.Ticks;

/** Every day more places for the same person and application. */
final class GrowingLocations implements Scenario {
    private static void appear(Story story, Person victim, int place, long at) {
        Address source = place == 0 ? victim.home() : story.proxy(Places.HOSTILE.get(place % Places.HOSTILE.size()));
        story.intrusion(victim, Application.SALES, source, at);
    }

    @Override
    public String kind() {
        return "growing-locations";
    }

    @Override
    public long history() {
        return 8 * Ticks.DAY;
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        long today = Math.floorDiv(story.now() - Ticks.SECOND, Ticks.DAY) * Ticks.DAY;
        int[] places = {1, 1, 1, 1, 2, 2, 3};
        for (int back = places.length; back >= 1; back--) {
            for (int turn = 0; turn < places[places.length - back]; turn++) {
                long at = today - back * Ticks.DAY + story.dice().between(6 * Ticks.HOUR, 20 * Ticks.HOUR);
                appear(story, victim, turn, Math.max(at, story.ago(back * Ticks.DAY + Ticks.DAY)));
            }
        }
        for (int turn = 0; turn < 11; turn++) {
            appear(story, victim, turn, story.dice().between(today + Ticks.SECOND, story.now()));
        }
        story.slow();
        story.note("one place a day for a week, then three, then eleven");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        for (int back = 6; back >= 0; back--) {
            Address hotel = story.away(Places.DESTINATIONS.get(back % Places.DESTINATIONS.size()));
            for (int turn = 0; turn < 2; turn++) {
                story.signIn(person, Application.TEAMS, hotel,
                        story.between(back * Ticks.DAY + 10 * Ticks.HOUR, back * Ticks.DAY + Ticks.HOUR));
            }
        }
        story.slow();
        story.note("a sales tour: another city every day");
    }
}

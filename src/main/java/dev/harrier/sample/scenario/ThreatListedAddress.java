package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.Ticks;

/** An address on a threat list signs in. */
final class ThreatListedAddress implements Scenario {
    @Override
    public String kind() {
        return "threat-listed-address";
    }

    @Override
    public long history() {
        return 7 * Ticks.DAY;
    }

    @Override
    public boolean lastHour() {
        return true;
    }

    @Override
    public void attack(Story story) {
        Address source = story.hostile();
        Person victim = story.member();
        Indicators.address(story, source.ip(), true, story.ago(3 * Ticks.DAY));
        for (int turn = 0; turn < 3; turn++) {
            story.intrusion(victim, Application.OFFICE_HOME, source, story.between(40 * Ticks.MINUTE, 4 * Ticks.MINUTE))
                    .ends(turn == 2 ? Outcome.SUCCESS : Outcome.INVALID_PASSWORD);
        }
        story.note("an active indicator names the address that signs in");
    }

    @Override
    public void lookAlike(Story story) {
        Person traveller = story.member();
        Address hotel = story.away(story.dice().pick(Places.DESTINATIONS));
        Indicators.address(story, hotel.ip(), false, story.ago(6 * Ticks.DAY));
        story.signIn(traveller, Application.OFFICE_HOME, hotel, story.between(40 * Ticks.MINUTE, 4 * Ticks.MINUTE))
                .strong(true);
        story.note("the hotel's address was once listed; the indicator has been withdrawn");
    }
}

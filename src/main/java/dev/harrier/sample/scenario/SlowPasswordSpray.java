package dev.harrier.sample.scenario;

import java.util.List;

import dev.harrier.sample.record.Client;
import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** One guess an hour, each from another server, for days. */
final class SlowPasswordSpray implements Scenario {
    @Override
    public String kind() {
        return "slow-password-spray";
    }

    @Override
    public long history() {
        return 3 * Ticks.DAY;
    }

    @Override
    public void attack(Story story) {
        Application app = Application.EXCHANGE;
        List<Person> targets = story.members(36);
        List<Address> sources = story.hostile(6);
        for (int hour = 0; hour < targets.size(); hour++) {
            long at = story.between((2 * hour + 2) * Ticks.HOUR, 2 * hour * Ticks.HOUR);
            story.intrusion(targets.get(hour), app, sources.get(hour % sources.size()), at)
                    .ends(Outcome.INVALID_PASSWORD);
        }
        story.intrusion(targets.getFirst(), app, sources.getFirst(), story.ago(30 * Ticks.MINUTE));
        story.slow();
        story.note("36 accounts tried over three days from six servers, never two in an hour; the last one opens");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        for (int turn = 0; turn < 24; turn++) {
            long at = story.between((3 * turn + 3) * Ticks.HOUR, 3 * turn * Ticks.HOUR);
            story.signIn(person, Application.EXCHANGE, person.mobile(), at).on(person.phone()).with(Client.ACTIVE_SYNC)
                    .ends(Outcome.INVALID_PASSWORD);
        }
        story.slow();
        story.note("a phone keeps sending the password from before the last change, for three days");
    }
}

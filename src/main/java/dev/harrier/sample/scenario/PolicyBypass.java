package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.Ticks;

/** Trying address after address until a policy lets one through. */
final class PolicyBypass implements Scenario {
    @Override
    public String kind() {
        return "policy-bypass";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        Application app = Application.SHAREPOINT;
        for (Address source : story.hostileInOneCity(4)) {
            for (int turn = 0; turn < 2; turn++) {
                story.intrusion(victim, app, source, story.between(20 * Ticks.HOUR, Ticks.HOUR))
                        .ends(Outcome.BLOCKED_BY_POLICY);
            }
        }
        story.note("blocked by policy from four addresses of one city within a day");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        Address hotel = story.away(story.dice().pick(Places.DESTINATIONS));
        for (int turn = 0; turn < 5; turn++) {
            story.signIn(person, Application.SHAREPOINT, hotel, story.between(20 * Ticks.HOUR, Ticks.HOUR))
                    .ends(Outcome.BLOCKED_BY_POLICY);
        }
        story.note("a traveller forgot to announce the trip and is blocked from the hotel's one address");
    }
}

package dev.harrier.sample.scenario;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.Ticks;

/** The code host is entered from several countries within an hour. */
final class RepositoryBurst implements Scenario {
    @Override
    public String kind() {
        return "repository-burst";
    }

    @Override
    public boolean lastHour() {
        return true;
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        for (Address source : story.hostile(3)) {
            story.intrusion(victim, Application.GITHUB, source, story.between(38 * Ticks.MINUTE, 4 * Ticks.MINUTE));
        }
        story.note("GitHub sign-ins of one account from three countries within 40 minutes");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        story.signIn(person, Application.GITHUB, person.home(), story.ago(9 * Ticks.HOUR));
        story.signIn(person, Application.GITHUB, story.away(story.dice().pick(Places.DESTINATIONS)),
                story.ago(2 * Ticks.HOUR));
        story.note("a developer flies to a customer and works from there in the afternoon");
    }
}

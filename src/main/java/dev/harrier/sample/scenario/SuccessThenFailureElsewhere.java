package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** A success, and minutes later a failure from another network. */
final class SuccessThenFailureElsewhere implements Scenario {
    @Override
    public String kind() {
        return "success-then-failure-elsewhere";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        long at = story.between(18 * Ticks.HOUR, Ticks.HOUR);
        story.habit(story.stream(), victim, Application.OFFICE_HOME, victim.home(), at);
        Address source = story.hostile();
        for (int turn = 0; turn < 4; turn++) {
            story.intrusion(victim, Application.OFFICE_HOME, source, at + (3 + turn) * Ticks.MINUTE)
                    .ends(Outcome.INVALID_PASSWORD);
        }
        story.note("the owner signs in at home; three minutes later somebody fails elsewhere");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        long at = story.between(16 * Ticks.HOUR, Ticks.HOUR);
        story.signIn(person, Application.OUTLOOK_MOBILE, person.home(), at).on(person.phone());
        story.signIn(person, Application.OUTLOOK_MOBILE, person.mobile(), at + 6 * Ticks.MINUTE).on(person.phone())
                .ends(Outcome.SESSION_EXPIRED);
        story.note("a phone leaves the home network and has to renew its session on the carrier's");
    }
}

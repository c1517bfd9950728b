package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.Ticks;

/** One account attacked from many infected homes. */
final class DistributedPasswordCrack implements Scenario {
    @Override
    public String kind() {
        return "distributed-password-crack";
    }

    @Override
    public void attack(Story story) {
        Person victim = story.member();
        for (int turn = 0; turn < 42; turn++) {
            Address source = story.proxy(Places.HOSTILE.get(turn % 7));
            story.intrusion(victim, Application.OFFICE_HOME, source, story.between(20 * Ticks.HOUR, 20 * Ticks.MINUTE))
                    .ends(turn % 6 == 5 ? Outcome.LOCKED : Outcome.INVALID_PASSWORD);
        }
        story.note("42 wrong passwords for one account from 42 homes in seven countries within a day");
    }

    @Override
    public void lookAlike(Story story) {
        Person person = story.member();
        for (int turn = 0; turn < 12; turn++) {
            boolean mobile = turn % 2 == 0;
            story.signIn(person, Application.OUTLOOK_MOBILE, mobile ? person.mobile() : person.home(),
                    story.between(20 * Ticks.HOUR, 20 * Ticks.MINUTE)).on(person.phone())
                    .ends(Outcome.INVALID_PASSWORD);
        }
        story.note("phone and tablet still use the old password after a change");
    }
}

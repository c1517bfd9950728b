package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Ticks;

/** A disabled account tried at many applications. */
final class DisabledAccountProbe implements Scenario {
    @Override
    public String kind() {
        return "disabled-account-probe";
    }

    @Override
    public void attack(Story story) {
        Person leaver = story.disabled();
        Address source = story.hostile();
        long at = story.between(18 * Ticks.HOUR, 3 * Ticks.HOUR);
        for (Application app : story.dice().sample(Application.EVERYDAY, 5)) {
            at += story.dice().between(30 * Ticks.SECOND, 4 * Ticks.MINUTE);
            story.intrusion(leaver, app, source, at).ends(Outcome.DISABLED);
            story.intrusion(leaver, app, source, at + 15 * Ticks.SECOND).ends(Outcome.DISABLED);
        }
        story.note("a former employee's account is tried at five applications");
    }

    @Override
    public void lookAlike(Story story) {
        Person leaver = story.disabled();
        for (int turn = 0; turn < 6; turn++) {
            story.signIn(leaver, Application.TEAMS, leaver.home(), story.ago((2 + 3 * turn) * Ticks.HOUR))
                    .on(leaver.phone())
                    .ends(Outcome.DISABLED);
        }
        story.note("somebody who has just left still has one application running at home");
    }
}

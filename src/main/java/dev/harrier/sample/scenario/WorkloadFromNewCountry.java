package dev.harrier.sample.scenario;

import dev.harrier.sample.record.Outcome;
import dev.harrier.sample.record.SignIn;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Places;
import dev.harrier.sample.world.Resource;
import dev.harrier.sample.world.Ticks;
import dev.harrier.sample.world.Workload;

/** A stolen secret is used from a country where the workload never ran. */
final class WorkloadFromNewCountry implements Scenario {
    @Override
    public String kind() {
        return "workload-from-new-country";
    }

    @Override
    public void attack(Story story) {
        Workload workload = story.servicePrincipal();
        Address source = story.hostile();
        long at = story.between(20 * Ticks.HOUR, 6 * Ticks.HOUR);
        for (int turn = 0; turn < 9; turn++) {
            SignIn used = story
                    .workload(workload, source, at + turn * story.dice().between(10 * Ticks.MINUTE, 30 * Ticks.MINUTE))
                    .to(turn % 3 == 0 ? Resource.KEY_VAULT : Resource.GRAPH);
            if (turn < 2) {
                used.ends(Outcome.KEY_INVALID);
            }
        }
        story.note("a service principal's secret is used from a new country; the first tries are with an old one");
    }

    @Override
    public void lookAlike(Story story) {
        Workload workload = story.servicePrincipal();
        Address other = story.away(story.dice().pick(Places.CLOUD));
        for (int turn = 0; turn < 6; turn++) {
            story.workload(workload, other, story.ago(4 * Ticks.HOUR + turn * 30 * Ticks.MINUTE));
        }
        story.note("a failover drill runs a job in the second cloud region for a few hours");
    }
}

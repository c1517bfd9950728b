package dev.harrier.sample.scenario;

import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Resource;
import dev.harrier.sample.world.Ticks;
import dev.harrier.sample.world.Workload;

/** A managed identity, which has no address of its own, shows up with one. */
final class EscapedManagedIdentity implements Scenario {
    @Override
    public String kind() {
        return "escaped-managed-identity";
    }

    @Override
    public void attack(Story story) {
        Workload identity = story.managedIdentity();
        Address source = story.hostile();
        long at = story.between(18 * Ticks.HOUR, 4 * Ticks.HOUR);
        for (int turn = 0; turn < 7; turn++) {
            story.workload(identity, source, at + turn * 11 * Ticks.MINUTE)
                    .to(turn % 2 == 0 ? Resource.MANAGEMENT : Resource.KEY_VAULT);
        }
        story.note("a managed identity's token is fetched on the host and used outside");
    }

    @Override
    public void lookAlike(Story story) {
        Workload identity = story.managedIdentity();
        for (int turn = 0; turn < 6; turn++) {
            story.workload(identity, Address.NONE, story.ago((2 + 2 * turn) * Ticks.HOUR)).to(Resource.KEY_VAULT);
        }
        story.note("a new release makes an identity read a vault for the first time, on its own host");
    }
}

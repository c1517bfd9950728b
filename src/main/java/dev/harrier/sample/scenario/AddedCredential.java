package dev.harrier.sample.scenario;

import dev.harrier.sample.record.DirectoryChange;
import dev.harrier.sample.record.Stream;
import dev.harrier.sample.world.Address;
import dev.harrier.sample.world.Application;
import dev.harrier.sample.world.Device;
import dev.harrier.sample.world.Person;
import dev.harrier.sample.world.Resource;
import dev.harrier.sample.world.Ticks;
import dev.harrier.sample.world.Workload;

/** A second credential is added to a service principal and used from elsewhere. */
final class AddedCredential implements Scenario {
    private static DirectoryChange.Target target(Workload workload) {
        return new DirectoryChange.Target("ServicePrincipal", workload.servicePrincipalId(), workload.name(), "");
    }

    private static DirectoryChange.Property added(String key) {
        return new DirectoryChange.Property("KeyDescription", "[]",
                "[\"[KeyIdentifier=" + key + ",KeyType=Password,KeyUsage=Verify,DisplayName=sync]\"]");
    }

    @Override
    public String kind() {
        return "added-credential";
    }

    @Override
    public long history() {
        return 3 * Ticks.DAY;
    }

    @Override
    public void attack(Story story) {
        Person administrator = story.administrator();
        Workload workload = story.servicePrincipal();
        Address source = story.hostile();
        String key = story.dice().guid();
        long at = story.between(60 * Ticks.HOUR, 50 * Ticks.HOUR);
        story.signIn(Stream.INTERACTIVE, administrator, Application.PORTAL, source, at).on(Device.HOSTILE_BROWSER)
                .strong(true)
                .risk("medium", "unfamiliarFeatures");
        story.change(at + 6 * Ticks.MINUTE, "Add service principal credentials", "ApplicationManagement", administrator,
                source,
                target(workload), added(key));
        for (int turn = 0; turn < 10; turn++) {
            story.workload(workload, story.dice().chance(0.5) ? source : story.hostile(),
                    at + 12 * Ticks.MINUTE + turn * 5 * Ticks.HOUR).key(key).to(Resource.GRAPH);
        }
        story.slow();
        story.note(
                "a hijacked administrator adds a secret to a service principal, which then reads mail every few hours from rented servers");
    }

    @Override
    public void lookAlike(Story story) {
        Person administrator = story.administrator();
        Workload workload = story.servicePrincipal();
        String key = story.dice().guid();
        long at = story.between(30 * Ticks.HOUR, 26 * Ticks.HOUR);
        story.signIn(Stream.INTERACTIVE, administrator, Application.PORTAL, administrator.office(), at).strong(true);
        story.change(at + 5 * Ticks.MINUTE, "Add service principal credentials", "ApplicationManagement", administrator,
                administrator.office(), target(workload), added(key));
        for (int turn = 0; turn < 5; turn++) {
            story.workload(workload, workload.addresses().getFirst(), at + 20 * Ticks.MINUTE + turn * 5 * Ticks.HOUR)
                    .key(key);
        }
        story.note("the yearly rotation of a secret, from the office; the job goes on where it always ran");
    }
}

package dev.harrier.sample.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Invents service principals and managed identities. */
final class Workloads {
    private static final List<String> JOBS = List.of("deploy", "backup", "invoice-export", "crm-sync", "telemetry",
            "terraform", "mail-archive", "directory-sync", "stock-feed", "report-builder", "key-rotation", "scanner");
    private static final List<String> HOSTS = List.of("func-orders", "vm-batch", "aks-frontend", "app-tracking",
            "logic-approvals", "adf-nightly", "vmss-render", "app-quotes");
    private static final List<Resource> RESOURCES = List.of(Resource.GRAPH, Resource.MANAGEMENT, Resource.KEY_VAULT,
            Resource.STORAGE, Resource.DATABASE);
    private static final long[] CADENCES = {5 * Ticks.MINUTE, 15 * Ticks.MINUTE, 30 * Ticks.MINUTE, Ticks.HOUR,
            6 * Ticks.HOUR, Ticks.DAY};

    private Workloads() {}

    static List<Workload> servicePrincipals(long seed, int count) {
        List<Workload> made = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            Dice dice = new Dice(seed, "service-principal", number);
            Place region = dice.pick(Places.CLOUD);
            List<Address> addresses = List.of(Networks.cloud(number * 3, region),
                    Networks.cloud(number * 3 + 1, region));
            made.add(new Workload(number, dice.guid(), dice.guid(),
                    "sp-" + JOBS.get(number % JOBS.size()) + "-" + number,
                    dice.guid(), Long.toHexString(dice.bits()).toUpperCase(Locale.ROOT), addresses,
                    dice.sample(RESOURCES, 2),
                    CADENCES[dice.below(CADENCES.length)], false));
        }
        return made;
    }

    static List<Workload> managedIdentities(long seed, int count) {
        List<Workload> made = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            Dice dice = new Dice(seed, "managed-identity", number);
            made.add(new Workload(number, dice.guid(), dice.guid(), HOSTS.get(number % HOSTS.size()) + "-" + number, "",
                    "",
                    List.of(Address.NONE), dice.sample(RESOURCES, 2), CADENCES[dice.below(4)], true));
        }
        return made;
    }
}

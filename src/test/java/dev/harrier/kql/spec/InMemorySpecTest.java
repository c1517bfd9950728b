package dev.harrier.kql.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The specs without any engine: all page sizes, pushdown off and on, storages that answer at random. */
class InMemorySpecTest extends SpecSuite {

    private static final int STORAGES = 4;
    private static final long SEED = Long.getLong("harrier.spec.seed", 20_240_501L);

    @Override
    protected List<SpecConfiguration> configurations() {
        Random random = new Random(SEED);
        SpecStorage rows = new RandomStorage("rows", 0, true);
        List<SpecConfiguration> configurations = new ArrayList<>();
        for (int pageSize : new int[]{4096, 1, 3, 2 + random.nextInt(60)}) {
            configurations.add(new SpecConfiguration(rows, pageSize, false));
        }
        configurations.add(new SpecConfiguration(new RandomStorage("exact storage", 0, true), 4096, true));
        for (int i = 0; i < STORAGES; i++) {
            long seed = random.nextInt(1_000_000);
            configurations.add(new SpecConfiguration(new RandomStorage("random storage " + seed, seed, false),
                    1 + random.nextInt(20), true));
        }
        return configurations;
    }
}

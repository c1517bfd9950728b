package dev.harrier.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The layout of the data folder, by number, and the steps that lead from one number to the next. */
final class DataFormat {

    /** One step: changes a folder of one format into the next. It must bear being repeated after a crash. */
    @FunctionalInterface
    interface Migration {
        void apply(Path dataFolder) throws IOException;
    }

    /** Element {@code i} leads from format {@code i + 1} to {@code i + 2}: a new layout appends its step here. */
    private static final List<Migration> MIGRATIONS = List.of();

    static final int CURRENT = 1 + MIGRATIONS.size();

    private DataFormat() {}

    static void migrate(Path dataFolder, int from) throws IOException, EngineFailure {
        if (from < 1) {
            throw new EngineFailure("The data folder " + dataFolder + " has the unknown format " + from
                    + ". Choose another folder with harrier.data-dir.");
        }
        MIGRATIONS.get(from - 1).apply(dataFolder);
    }
}

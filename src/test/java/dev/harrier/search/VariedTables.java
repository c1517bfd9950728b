package dev.harrier.search;

import dev.harrier.kql.KqlEngine;
import java.util.List;

/** The varied rows, once per JVM: one table whose index is complete, one with odd rows, one without any index. */
final class VariedTables {
    static final List<String> NAMES = List.of("Even_CL", "Odd_CL", "None_CL");
    private static final int MANY = 2_500;
    private static KqlEngine shared;
    private static boolean filled;
    private static PushdownTables tables;

    private VariedTables() {}

    /** Fills {@code Many_CL}, whose conditions are worth judging by value. */
    static synchronized KqlEngine many() throws Exception {
        KqlEngine engine = shared();
        if (!filled) {
            tables.write("Many_CL", VariedRows.rows(MANY, 3, false));
            filled = true;
        }
        return engine;
    }

    static synchronized KqlEngine shared() throws Exception {
        if (shared == null) {
            tables = new PushdownTables("pushdown-varied", List.of(VariedRows.table("Even_CL"),
                    VariedRows.table("Odd_CL"), VariedRows.table("None_CL"),
                    VariedRows.table("Many_CL")));
            tables.write("Even_CL", VariedRows.rows(400, 1, false));
            tables.write("Odd_CL", VariedRows.rows(400, 2, true));
            shared = new KqlEngine(tables.tables());
        }
        return shared;
    }
}

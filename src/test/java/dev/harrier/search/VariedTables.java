package dev.harrier.search;

import dev.harrier.kql.KqlEngine;
import java.util.List;

/** The varied rows, once per JVM: one table whose index is complete, one with odd rows, one without any index. */
final class VariedTables {
    static final List<String> NAMES = List.of("Even_CL", "Odd_CL", "None_CL");
    private static KqlEngine shared;
    private static PushdownTables tables;

    private VariedTables() {}

    static synchronized KqlEngine shared() throws Exception {
        if (shared == null) {
            tables = new PushdownTables("pushdown-varied", List.of(VariedRows.table("Even_CL"),
                    VariedRows.table("Odd_CL"), VariedRows.table("None_CL")));
            tables.write("Even_CL", VariedRows.rows(400, 1, false));
            tables.write("Odd_CL", VariedRows.rows(400, 2, true));
            shared = new KqlEngine(tables.tables());
        }
        return shared;
    }
}

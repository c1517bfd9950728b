package dev.harrier.kql.bind;

import java.util.Set;

/** The functions that see rows besides their own. */
final class WindowNames {
    private static final Set<String> NAMES = Set.of("prev", "next", "row_number", "row_cumsum", "row_rank_min",
            "row_rank_dense", "row_window_session");

    private WindowNames() {}

    static Set<String> all() {
        return NAMES;
    }

    static boolean has(String name) {
        return NAMES.contains(name);
    }
}

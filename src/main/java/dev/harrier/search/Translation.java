package dev.harrier.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.kql.table.Exactness;

/** A predicate as a query, and how exactly that query judges it. Without any exactness there is no query. */
record Translation(ObjectNode query, Exactness exactness) {
    static final Translation NONE = new Translation(null, Exactness.NONE);

    static Translation exact(ObjectNode query) {
        return new Translation(query, Exactness.EXACT);
    }

    static Translation superset(ObjectNode query) {
        return new Translation(query, Exactness.SUPERSET);
    }

    /** The same query, judged again locally. */
    Translation asSuperset() {
        return isNone() ? this : superset(query);
    }

    boolean isNone() {
        return exactness == Exactness.NONE;
    }

    boolean isExact() {
        return exactness == Exactness.EXACT;
    }
}

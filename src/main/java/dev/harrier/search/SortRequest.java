package dev.harrier.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.kql.table.SortKey;
import dev.harrier.kql.type.ScalarType;

/** How a sort key is asked for. */
final class SortRequest {
    private SortRequest() {}

    /** Whether the index orders values of the key's type as KQL does. */
    static boolean keepsOrder(SortKey key) {
        return switch (key.field().type()) {
            case STRING, LONG, INT, REAL, DATETIME, TIMESPAN, BOOL -> true;
            case GUID, DECIMAL, DYNAMIC -> false;
        };
    }

    /** A missing string is the empty one, and so comes before all others whatever is said of nulls. */
    static ObjectNode of(SortKey key, FieldTarget target) {
        boolean text = key.field().type() == ScalarType.STRING;
        boolean missingFirst = text ? !key.descending() : key.nullsFirst();
        ObjectNode order = Dsl.object().put("order", key.descending() ? "desc" : "asc")
                .put("missing", missingFirst ? "_first" : "_last").put("unmapped_type", unmappedType(target));
        return Dsl.wrap(target.field(), order);
    }

    private static String unmappedType(FieldTarget target) {
        return switch (target.stored()) {
            case DATETIME -> "date_nanos";
            case LONG, INT, TIMESPAN -> "long";
            case REAL -> "double";
            case BOOL -> "boolean";
            case STRING, GUID, DECIMAL, DYNAMIC -> "keyword";
        };
    }
}

package dev.harrier.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.kql.table.SortKey;
import dev.harrier.kql.type.ScalarType;

/** How a sort key is asked for. */
final class SortRequest {
    private static final double LARGE = 1L << 62;

    private SortRequest() {}

    /**
     * Whether the index orders the values as KQL does. A missing whole number stands where the least or greatest of its
     * type stands, so none of these may occur.
     */
    static boolean keepsOrder(SortKey key, FieldTarget target, TableFacts facts) {
        return switch (key.field().type()) {
            case STRING, REAL, DATETIME, BOOL -> true;
            case LONG, INT, TIMESPAN -> facts.staysBelow(target.field(),
                    target.stored() == ScalarType.INT ? Integer.MAX_VALUE : LARGE);
            case GUID, DECIMAL, DYNAMIC -> false;
        };
    }

    /**
     * Whether the index tells values apart that are equal to the language, so that a key after this one would be heard
     * too late: the two zeros, and an empty string beside none, which only places inside a column can hold.
     */
    static boolean splitsEquals(SortKey key) {
        return key.field().type() == ScalarType.REAL
                || key.field().type() == ScalarType.STRING && !key.field().isColumn();
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

package dev.harrier.catalog;

import java.util.List;
import java.util.Objects;

import dev.harrier.kql.type.ScalarType;

/**
 * A path into a JSON column whose values are indexed beside the column, typed, under {@code _p.<column>.<path>}.
 *
 * @param path as written in the descriptor: names joined by dots; a leading {@code []} stands for the elements of an array
 *            ({@code [].displayName}), and such a field holds the values of all elements
 * @param type {@code string}, {@code long}, {@code real} or {@code bool}
 * @param since version of the descriptor that introduced it; indices of older versions do not have it
 */
public record PromotedPath(String path, ScalarType type, int since) {
    private static final String EACH = "[].";

    public PromotedPath {
        Objects.requireNonNull(type, "type");
        boolean supported = switch (type) {
            case STRING, LONG, REAL, BOOL -> true;
            case INT, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC -> false;
        };
        if (!supported) {
            throw new IllegalArgumentException("a promoted path cannot have type " + type);
        }
        String names = path.startsWith(EACH) ? path.substring(EACH.length()) : path;
        if (names.isEmpty() || names.contains("[") || names.startsWith(".") || names.endsWith(".")
                || names.contains("..")) {
            throw new IllegalArgumentException("'" + path + "' is not a path that can be promoted");
        }
    }

    /** Whether the column is an array and the path goes into each of its elements. */
    public boolean each() {
        return path.startsWith(EACH);
    }

    /** The names on the way, without the array mark. */
    public List<String> segments() {
        return List.of((each() ? path.substring(EACH.length()) : path).split("\\."));
    }

    /** The indexed field: {@code _p.<column>.<segments>}. */
    public String field(String column) {
        return StoredFields.PROMOTED + "." + column + "." + String.join(".", segments());
    }
}

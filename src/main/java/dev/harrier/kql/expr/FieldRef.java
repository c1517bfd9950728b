package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import java.util.List;

/**
 * What a storage is asked about: a column, or a place inside a dynamic or JSON-text column, read as a type.
 *
 * @param path the property names below the column; empty for the column itself. Array positions have no field.
 * @param type the type that the query reads it as, after {@code tostring(…)}, {@code toint(…)} and the like; for a path
 *            that is not cast, {@link ScalarType#DYNAMIC}
 */
public record FieldRef(String column, List<String> path, ScalarType type) {
    public FieldRef {
        path = List.copyOf(path);
    }

    public boolean isColumn() {
        return path.isEmpty();
    }

    @Override
    public String toString() {
        return path.isEmpty() ? column : column + "." + String.join(".", path);
    }
}

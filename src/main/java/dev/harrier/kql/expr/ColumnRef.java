package dev.harrier.kql.expr;

import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;

/** The value of a column of the row at hand. */
public record ColumnRef(String name, ScalarType type, SourceSpan span) implements Expression {
    public static ColumnRef of(Column column) {
        return new ColumnRef(column.name(), column.type(), SourceSpan.NONE);
    }
}

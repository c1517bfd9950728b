package dev.harrier.kql.expr;

import dev.harrier.kql.type.Column;

/** An expression and the column it yields. */
public record NamedExpression(String name, Expression expression) {
    public Column column() {
        return new Column(name, expression.type());
    }

    /** The column itself, unchanged. */
    public static NamedExpression of(Column column) {
        return new NamedExpression(column.name(), ColumnRef.of(column));
    }

    /** Whether it only passes a column on under its own name. */
    public boolean isIdentity() {
        return expression instanceof ColumnRef column && column.name().equals(name);
    }
}

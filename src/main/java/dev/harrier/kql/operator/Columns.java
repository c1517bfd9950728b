package dev.harrier.kql.operator;

import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** References to columns. */
final class Columns {
    private Columns() {}

    /** The column of this name, which has the type of the expression. */
    static ColumnRef reference(String name, Expression value, SourceSpan span) {
        return new ColumnRef(name, value.type(), span);
    }

    /** These columns as they are. */
    static List<NamedExpression> unchanged(List<Column> columns) {
        return columns.stream().map(NamedExpression::of).toList();
    }
}

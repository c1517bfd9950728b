package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularSource;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.syntax.ColumnDeclaration;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.SourceSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code datatable (name: type, …) [value, …]}: the rows that the text gives. */
final class DatatableSource implements TabularSource<SourceSyntax.Datatable> {
    @Override
    public Class<SourceSyntax.Datatable> syntax() {
        return SourceSyntax.Datatable.class;
    }

    @Override
    public Rows bind(SourceSyntax.Datatable syntax, BindContext context) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ColumnDeclaration declared : syntax.columns()) {
            if (names.add(declared.name().text())) {
                columns.add(new Column(declared.name().text(), declared.type()));
            } else {
                context.error(Codes.DUPLICATE_COLUMN, declared.name().span(),
                        "there is a column '" + declared.name().text() + "' already");
                return Rows.unknown(syntax.span());
            }
        }
        int width = columns.size();
        int given = syntax.values().size();
        if (width == 0 ? given > 0 : given % width != 0) {
            context.error(Codes.VALUE_COUNT, syntax.span(),
                    given + " values do not make whole rows of " + width + " columns");
        }
        Schema schema = Schema.of(columns);
        return Rows.of(new Values(schema, rows(syntax.values(), columns, context), syntax.span()));
    }

    private static List<List<Object>> rows(List<ExpressionSyntax> values, List<Column> columns, BindContext context) {
        List<List<Object>> rows = new ArrayList<>();
        int width = columns.size();
        for (int start = 0; width > 0 && start + width <= values.size(); start += width) {
            List<Object> row = new ArrayList<>(width);
            for (int i = 0; i < width; i++) {
                row.add(value(values.get(start + i), columns.get(i), context));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return rows;
    }

    private static Object value(ExpressionSyntax syntax, Column column, BindContext context) {
        Expression bound = context.scalar(syntax, RowScope.NONE);
        if (Poison.is(bound)) {
            return null;
        }
        if (syntax instanceof ExpressionSyntax.Literal
                && context.cast(column.type(), bound) instanceof Literal literal) {
            return literal.value();
        }
        context.error(Codes.CONSTANT_EXPECTED, syntax.span(), "expected a literal; compute values in 'extend'");
        return null;
    }
}

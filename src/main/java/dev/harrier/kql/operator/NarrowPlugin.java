package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code narrow()}: a row for each value, with the number of its row and the name of its column. */
final class NarrowPlugin implements Plugin {
    @Override
    public String name() {
        return "narrow";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        if (Plugin.arguments(syntax, List.of(), 0, context).isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        List<Expression> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        for (Column column : input.schema().columns()) {
            names.add(Literal.of(ScalarType.STRING, column.name()));
            values.add(context.cast(ScalarType.STRING, ColumnRef.of(column)));
        }
        if (names.isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        Window.Computed number = new Window.Computed("Row", WindowFunction.ROW_NUMBER, List.of("$first"), 1, null,
                ScalarType.LONG);
        List<NamedExpression> arrays = List.of(
                new NamedExpression("$first", Literal.of(ScalarType.LONG, 0L)),
                new NamedExpression("Column", context.function("pack_array", names, syntax.span())),
                new NamedExpression("Value", context.function("pack_array", values, syntax.span())));
        PlanNode packed = new Window(new Project(input.plan(), arrays, syntax.span()), List.of(number), syntax.span());
        PlanNode rows = new MvExpand(packed,
                List.of(new MvExpand.Expanded("Column", ScalarType.STRING),
                        new MvExpand.Expanded("Value", ScalarType.STRING)),
                Optional.empty(), false, Long.MAX_VALUE, syntax.span());
        List<NamedExpression> shown = List.of("Row", "Column", "Value").stream()
                .map(name -> rows.schema().find(name).orElseThrow()).map(NamedExpression::of).toList();
        return input.then(new Project(rows, shown, syntax.span())).withSerialized(false)
                .withDoubtfulColumns(java.util.Set.of());
    }
}

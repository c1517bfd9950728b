package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.ScalarSubquery;
import dev.harrier.kql.plan.Limit;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.type.Schema;
import java.util.List;

/** {@code toscalar(T)}: the first value of the first row. */
final class ToScalarMacro implements BoundMacro {
    @Override
    public List<String> names() {
        return List.of("toscalar");
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 1, 1, binder)) {
            return Poison.EXPRESSION;
        }
        ExpressionSyntax argument = MacroArguments.syntax(call, 0);
        // A value of the query's own is meant by its name, even where the rows have a column of that name.
        ExpressionBinder outside = argument instanceof ExpressionSyntax.NameReference
                ? binder.context().expressions(RowScope.NONE)
                : binder;
        return switch (outside.bindAny(argument)) {
            case Binding.Tabular tabular -> first(tabular.rows(), call, binder);
            case Binding.Scalar scalar -> constant(scalar.expression(), argument, binder);
            case Binding.Function function -> Poison.EXPRESSION;
        };
    }

    private static Expression first(Rows rows, ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (rows.doubtful()) {
            return Poison.EXPRESSION;
        }
        if (rows.schema().size() == 0) {
            binder.context()
                    .report(Diagnostic.error(Codes.NO_COLUMNS, call.span(), "the table has no columns"));
            return Poison.EXPRESSION;
        }
        String first = rows.schema().column(0).name();
        if (rows.doubtfulColumns().contains(first)) {
            return Poison.EXPRESSION;
        }
        return new ScalarSubquery(new Limit(rows.plan(), 1, call.span()), rows.schema().column(0).type(), call.span());
    }

    /** A value that would differ from row to row, such as {@code rand()}, is taken once. */
    private static Expression once(Expression value) {
        PlanNode row = new Values(Schema.EMPTY, List.of(List.of()), value.span());
        return new ScalarSubquery(new Project(row, List.of(new NamedExpression("value", value)), value.span()),
                value.type(), value.span());
    }

    private static Expression constant(Expression value, ExpressionSyntax argument, ExpressionBinder binder) {
        if (!Poison.is(value) && CallBinder.isConstant(value) && !Expressions.isDeterministic(value)) {
            return once(value);
        }
        if (Poison.is(value) || CallBinder.isConstant(value)) {
            return value;
        }
        binder.context()
                .report(Diagnostic.error(Codes.TABULAR_EXPECTED, argument.span(), "expected rows, not a value"));
        return Poison.EXPRESSION;
    }
}

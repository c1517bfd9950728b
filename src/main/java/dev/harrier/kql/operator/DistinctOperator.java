package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.ExpressionBinder;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Set;

/** {@code distinct a, b}, {@code distinct *}: every combination of values once. */
final class DistinctOperator implements TabularOperator<OperatorSyntax.Distinct> {
    @Override
    public Class<OperatorSyntax.Distinct> syntax() {
        return OperatorSyntax.Distinct.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Distinct syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of(), context);
        OutputColumns output = new OutputColumns(context);
        ExpressionBinder binder = context.expressions(input);
        int unnamed = 0;
        for (NamedExpression column : syntax.columns()) {
            if (column.value() instanceof ExpressionSyntax.Star star) {
                all(input, star, output, context);
                continue;
            }
            Expression value = typed(binder.bind(column.value()), column.value().span(), context);
            if (!column.names().isEmpty()) {
                Name name = column.names().getFirst();
                output.declare(name.text(), value, name.span());
            } else if (column.value() instanceof ExpressionSyntax.NameReference name) {
                output.declare(name.name(), value, column.span());
            } else {
                String number = "Column" + (unnamed + 1);
                unnamed += AutoNames.of(column.value(), context).isPresent() ? 0 : 1;
                output.add(AutoNames.of(column.value(), context).orElse(number), value);
            }
        }
        Aggregate distinct = new Aggregate(input.plan(), output.columns(), List.of(), syntax.span());
        return input.then(distinct).withSerialized(false).withDoubtfulColumns(output.doubtful());
    }

    private static void all(Rows input, ExpressionSyntax.Star star, OutputColumns output, BindContext context) {
        boolean said = false;
        for (Column column : input.schema().columns()) {
            boolean doubtful = input.doubtfulColumns().contains(column.name());
            Expression value = doubtful ? Poison.EXPRESSION : ColumnRef.of(column);
            output.add(column.name(), said && column.type() == ScalarType.DYNAMIC
                    ? Poison.EXPRESSION
                    : typed(value, star.span(), context));
            said |= !doubtful && column.type() == ScalarType.DYNAMIC;
        }
    }

    private static Expression typed(Expression value, SourceSpan span, BindContext context) {
        if (Poison.is(value) || value.type() != ScalarType.DYNAMIC) {
            return value;
        }
        context.error(Codes.TYPE_NOT_ALLOWED, span,
                "dynamic values cannot be told apart; say which type they are, as in tostring()");
        return Poison.EXPRESSION;
    }
}

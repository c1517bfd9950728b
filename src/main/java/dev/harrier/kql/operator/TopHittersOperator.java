package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AggregateBinder;
import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.plan.SortOrder;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code top-hitters n of value by number}: the values with the most rows, or the largest sum; exact here. */
final class TopHittersOperator implements TabularOperator<OperatorSyntax.TopHitters> {
    @Override
    public Class<OperatorSyntax.TopHitters> syntax() {
        return OperatorSyntax.TopHitters.class;
    }

    @Override
    public Rows bind(OperatorSyntax.TopHitters syntax, Rows input, BindContext context) {
        Optional<Expression> count = context.rowCount(syntax.count(), 0);
        Expression value = context.scalar(syntax.of().value(), input);
        if (!Poison.is(value) && value.type() == ScalarType.DYNAMIC) {
            context.error(Codes.TYPE_NOT_ALLOWED, syntax.of().span(),
                    "rows cannot be grouped by a dynamic value; say which type it is, as in tostring()");
            return Rows.unknown(syntax.span());
        }
        String name = syntax.of().names().stream().findFirst().map(Name::text)
                .or(() -> AutoNames.of(syntax.of().value(), context)).orElse("Column1");
        Optional<AggregateCall> weight = input.doubtful() ? Optional.empty() : weight(syntax, name, input, context);
        if (count.isEmpty() || Poison.is(value) || weight.isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        Aggregate grouped = new Aggregate(input.plan(), List.of(new NamedExpression(name, value)),
                List.of(weight.get()), syntax.span());
        SortOrder order = new SortOrder(ColumnRef.of(weight.get().outputs().getFirst()), true, false);
        return input.then(ComputedLimit.top(grouped, count.get(), List.of(order), syntax.span())).withSerialized(true)
                .withDoubtfulColumns(Set.of());
    }

    private static Optional<AggregateCall> weight(OperatorSyntax.TopHitters syntax, String name, Rows input,
            BindContext context) {
        if (syntax.by().isEmpty()) {
            return AggregateBinder.countRows("approximate_count_" + name, syntax.span(), context);
        }
        ExpressionSyntax by = syntax.by().get();
        String summed = AutoNames.of(by, context).orElse("");
        dev.harrier.kql.syntax.NamedExpression argument = new dev.harrier.kql.syntax.NamedExpression(by.span(),
                List.of(), false, by);
        ExpressionSyntax.Call call = new ExpressionSyntax.Call(by.span(), new Name(by.span(), "sum"),
                List.of(argument));
        return new AggregateBinder(context, context.expressions(input), Set.of()).bind(call)
                .map(bound -> bound.named(List.of("approximate_sum_" + summed)));
    }
}

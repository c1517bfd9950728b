package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.plan.SortOrder;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code top n by key}: the first rows in an order. */
final class TopOperator implements TabularOperator<OperatorSyntax.Top> {
    @Override
    public Class<OperatorSyntax.Top> syntax() {
        return OperatorSyntax.Top.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Top syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of(), context);
        Optional<Expression> count = context.rowCount(syntax.count(), 0);
        Optional<SortOrder> order = SortKeys.bind(syntax.key(), input, context);
        Rows top = count.isEmpty() || order.isEmpty()
                ? input
                : input.then(ComputedLimit.top(input.plan(), count.get(), List.of(order.get()), syntax.span()));
        return top.withSerialized(true);
    }
}

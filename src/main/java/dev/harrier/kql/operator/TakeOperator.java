package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.Optional;

/** {@code take n}, {@code limit n}. */
final class TakeOperator implements TabularOperator<OperatorSyntax.Take> {
    @Override
    public Class<OperatorSyntax.Take> syntax() {
        return OperatorSyntax.Take.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Take syntax, Rows input, BindContext context) {
        Optional<Expression> count = context.rowCount(syntax.count(), 0);
        return count.isEmpty()
                ? input.withoutName()
                : input.then(ComputedLimit.first(input.plan(), count.get(), syntax.span()));
    }
}

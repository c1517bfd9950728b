package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.plan.Limit;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.OptionalLong;

/** {@code take n}, {@code limit n}. */
final class TakeOperator implements TabularOperator<OperatorSyntax.Take> {
    @Override
    public Class<OperatorSyntax.Take> syntax() {
        return OperatorSyntax.Take.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Take syntax, Rows input, BindContext context) {
        OptionalLong count = context.count(syntax.count(), 0);
        return count.isEmpty()
                ? input.withoutName()
                : input.then(new Limit(input.plan(), count.getAsLong(), syntax.span()));
    }
}

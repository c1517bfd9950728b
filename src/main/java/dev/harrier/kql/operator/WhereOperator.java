package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.ScalarType;

/** {@code where condition}. */
final class WhereOperator implements TabularOperator<OperatorSyntax.Where> {
    @Override
    public Class<OperatorSyntax.Where> syntax() {
        return OperatorSyntax.Where.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Where syntax, Rows input, BindContext context) {
        WindowCalls windows = new WindowCalls(input, context);
        Expression condition = context.expressions(input, windows).bind(syntax.predicate());
        if (Poison.is(condition)) {
            return input;
        }
        if (condition.type() != ScalarType.BOOL) {
            context.error(Codes.TYPE_EXPECTED, syntax.predicate().span(),
                    "expected a condition, not a value of type " + condition.type());
            return input;
        }
        return windows.without(input, input.then(new Filter(windows.over(input.plan()), condition, syntax.span())));
    }
}

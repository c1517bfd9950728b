package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.ScalarType;
import java.util.List;

/** {@code datetime_diff(period, later, earlier)}: a whole number, but of weeks, for some reason, a real one. */
final class DatetimeDiffMacro implements BoundMacro {
    private static final String NAME = "datetime_diff";

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 3, 3, binder)) {
            return Poison.EXPRESSION;
        }
        List<Expression> arguments = MacroArguments.bind(call, binder);
        Expression difference = binder.context().calls().function(NAME, arguments, call.function().span(),
                call.span());
        boolean weeks = arguments.getFirst() instanceof Literal literal && literal.value() instanceof String period
                && period.equalsIgnoreCase("week");
        return weeks && !Poison.is(difference)
                ? Casts.to(ScalarType.REAL, difference, binder.context().calls())
                : difference;
    }
}

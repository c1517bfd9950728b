package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import java.util.List;

/** {@code now(offset)} and {@code ago(distance)}: the query's one point in time, and times around it. */
final class NowMacro implements BoundMacro {
    private static final String AGO = "ago";

    @Override
    public List<String> names() {
        return List.of("now", AGO);
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        boolean ago = call.function().text().equals(AGO);
        if (!MacroArguments.counted(call, ago ? 1 : 0, 1, binder)) {
            return Poison.EXPRESSION;
        }
        BindContext context = binder.context();
        Expression now = new Literal(ScalarType.DATETIME, context.nowTicks(), call.span());
        if (call.arguments().isEmpty()) {
            return now;
        }
        ExpressionSyntax syntax = MacroArguments.syntax(call, 0);
        Expression distance = binder.bind(syntax);
        if (Poison.is(distance)) {
            return distance;
        }
        if (distance.type() != ScalarType.TIMESPAN && distance.type() != ScalarType.DYNAMIC) {
            context.report(Diagnostic.error(Codes.TYPES_EXPECTED, syntax.span(),
                    "expected a value of type timespan, not " + distance.type()));
            return Poison.EXPRESSION;
        }
        Expression typed = Casts.to(ScalarType.TIMESPAN, distance, context.calls());
        return context.calls().operator(ago ? "-" : "+", List.of(now, typed), call.span(), call.span());
    }
}

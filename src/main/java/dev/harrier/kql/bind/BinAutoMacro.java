package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Optional;

/** {@code bin_auto(value)}: {@code bin_at} with the size and the point that the options of the query set. */
final class BinAutoMacro implements BoundMacro {
    static final String SIZE = "query_bin_auto_size";
    static final String POINT = "query_bin_auto_at";

    @Override
    public List<String> names() {
        return List.of("bin_auto");
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 1, 1, binder)) {
            return Poison.EXPRESSION;
        }
        BindContext context = binder.context();
        Optional<Expression> size = context.option(SIZE);
        if (size.isEmpty()) {
            context.error(Codes.BAD_CONSTANT, call.span(),
                    "'bin_auto' takes its size from an option: begin the query with 'set " + SIZE + " = 1h;'");
            return Poison.EXPRESSION;
        }
        Expression value = binder.bind(MacroArguments.syntax(call, 0));
        if (Poison.is(value)) {
            return value;
        }
        boolean time = value.type() == ScalarType.DATETIME || value.type() == ScalarType.TIMESPAN;
        Expression zero = new Literal(time ? value.type() : ScalarType.LONG, 0L, call.span());
        Expression point = context.option(POINT).orElse(zero);
        return context.calls()
                .function("bin_at", List.of(value, size.get(), point), call.function().span(), call.span());
    }
}

package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Optional;

/** {@code coalesce(a, b, …)}: all in one type. */
final class CoalesceMacro implements BoundMacro {
    @Override
    public List<String> names() {
        return List.of("coalesce");
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        List<Expression> bound = MacroArguments.bind(call, binder);
        if (!MacroArguments.counted(call, 2, 64, binder) || Poison.isAny(bound)) {
            return Poison.EXPRESSION;
        }
        Optional<ScalarType> type = CommonType.of(bound);
        if (type.isEmpty()) {
            MacroArguments.noCommonType(call, bound, binder);
            return Poison.EXPRESSION;
        }
        return binder.context()
                .calls()
                .function("coalesce", CommonType.convert(bound, type.get(), binder.context().calls()),
                        call.function().span(), call.span());
    }
}

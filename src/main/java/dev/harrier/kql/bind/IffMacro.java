package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code iff(condition, then, else)}: both branches in one type. */
final class IffMacro implements BoundMacro {
    @Override
    public List<String> names() {
        return List.of("iff", "iif");
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        List<Expression> bound = MacroArguments.bind(call, binder);
        if (!MacroArguments.counted(call, 3, 3, binder) || Poison.isAny(bound)) {
            return Poison.EXPRESSION;
        }
        if (bound.getFirst().type() != ScalarType.BOOL) {
            binder.context()
                    .report(Diagnostic.error(Codes.TYPES_EXPECTED, MacroArguments.syntax(call, 0).span(),
                            "expected a value of type bool, not " + bound.getFirst().type()));
            return Poison.EXPRESSION;
        }
        List<Expression> branches = bound.subList(1, 3);
        Optional<ScalarType> type = CommonType.of(branches);
        if (type.isEmpty()) {
            MacroArguments.noCommonType(call, branches, binder);
            return Poison.EXPRESSION;
        }
        List<Expression> arguments = new ArrayList<>();
        arguments.add(bound.getFirst());
        arguments.addAll(CommonType.convert(branches, type.get(), binder.context().calls()));
        return binder.context().calls().function("iff", arguments, call.function().span(), call.span());
    }
}

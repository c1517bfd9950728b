package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code case(condition, then, …, else)}: all results in one type. */
final class CaseMacro implements BoundMacro {
    @Override
    public List<String> names() {
        return List.of("case");
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        List<Expression> bound = MacroArguments.bind(call, binder);
        if (!MacroArguments.counted(call, 3, Integer.MAX_VALUE, binder) || Poison.isAny(bound)) {
            return Poison.EXPRESSION;
        }
        if (bound.size() % 2 == 0) {
            binder.context()
                    .report(Diagnostic.error(Codes.ARGUMENT_COUNT_RANGE, call.function().span(),
                            "'case' takes pairs of a condition and a result, and a last result for all else"));
            return Poison.EXPRESSION;
        }
        if (!conditions(call, bound, binder)) {
            return Poison.EXPRESSION;
        }
        List<Expression> results = results(bound);
        Optional<ScalarType> type = CommonType.of(results);
        if (type.isEmpty()) {
            MacroArguments.noCommonType(call, results, binder);
            return Poison.EXPRESSION;
        }
        List<Expression> arguments = new ArrayList<>(bound);
        for (int i = 0; i < arguments.size(); i++) {
            if (isResult(i, arguments.size())) {
                arguments.set(i, Casts.to(type.get(), arguments.get(i), binder.context().calls()));
            }
        }
        return binder.context().calls().function("case", arguments, call.function().span(), call.span());
    }

    private static boolean isResult(int position, int count) {
        return position % 2 == 1 || position == count - 1;
    }

    private static List<Expression> results(List<Expression> bound) {
        List<Expression> results = new ArrayList<>();
        for (int i = 0; i < bound.size(); i++) {
            if (isResult(i, bound.size())) {
                results.add(bound.get(i));
            }
        }
        return results;
    }

    private static boolean conditions(ExpressionSyntax.Call call, List<Expression> bound, ExpressionBinder binder) {
        boolean fine = true;
        for (int i = 0; i < bound.size(); i++) {
            if (!isResult(i, bound.size()) && bound.get(i).type() != ScalarType.BOOL) {
                binder.context()
                        .report(Diagnostic.error(Codes.TYPES_EXPECTED, MacroArguments.syntax(call, i).span(),
                                "expected a value of type bool, not " + bound.get(i).type()));
                fine = false;
            }
        }
        return fine;
    }
}

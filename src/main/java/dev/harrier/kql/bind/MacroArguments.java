package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the arguments of macros. */
final class MacroArguments {
    private MacroArguments() {}

    /** Whether there are as many as there must be; says so if not. */
    static boolean counted(ExpressionSyntax.Call call, int least, int most, ExpressionBinder binder) {
        int given = call.arguments().size();
        if (given >= least && given <= most) {
            return true;
        }
        binder.context()
                .report(Counts.wrong("the function '" + call.function().text() + "'", call.function().span(),
                        List.of(new Counts(least, most))));
        return false;
    }

    static ExpressionSyntax syntax(ExpressionSyntax.Call call, int position) {
        return call.arguments().get(position).value();
    }

    static List<Expression> bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        List<Expression> bound = new ArrayList<>();
        for (NamedExpression argument : call.arguments()) {
            bound.add(binder.bind(argument.value()));
        }
        return bound;
    }

    /** A text that is known now; empty, and said, if it is not. */
    static Optional<String> constantText(ExpressionSyntax syntax, ExpressionBinder binder) {
        Expression bound = binder.bind(syntax);
        if (Poison.is(bound)) {
            return Optional.empty();
        }
        if (bound instanceof Literal literal && literal.type() == ScalarType.STRING) {
            return Optional.of((String) literal.value());
        }
        binder.context()
                .report(Diagnostic.error(Codes.CONSTANT_EXPECTED, syntax.span(), "expected a constant string"));
        return Optional.empty();
    }

    /** Says that values that stand for each other have no type in common. */
    static void noCommonType(ExpressionSyntax.Call call, List<Expression> values, ExpressionBinder binder) {
        binder.context()
                .report(Diagnostic.error(Codes.NO_COMMON_TYPE, call.function().span(),
                        "the results of '" + call.function().text() + "' have different types, " + CallBinder.types(
                                values) + "; convert them to one, for example with todouble()"));
    }
}

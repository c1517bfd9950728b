package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.ExpressionSyntax.ArithmeticOperator;
import dev.harrier.kql.syntax.ExpressionSyntax.ArithmeticTerm;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import java.math.BigInteger;
import java.util.List;

/** Binds chains of {@code + - * / %}, from left to right; constants that overflow are an error, columns wrap around. */
final class ArithmeticBinder {
    private final BindSession session;
    private final CallBinder calls;

    ArithmeticBinder(BindSession session, CallBinder calls) {
        this.session = session;
        this.calls = calls;
    }

    Expression bind(ExpressionSyntax.Arithmetic syntax, ExpressionBinder binder) {
        Expression left = binder.bind(syntax.first());
        int unknown = 0;
        for (ArithmeticTerm term : syntax.terms()) {
            left = step(left, term, binder.bind(term.operand()));
            unknown += left instanceof Literal ? 0 : 1;
            if (unknown > session.environment().limits().chain()) {
                session.report(Diagnostic.error(Codes.TOO_LARGE, term.operatorSpan(), "the chain has more than "
                        + session.environment().limits().chain() + " operands; compute parts of it in 'extend' first"));
                return Poison.EXPRESSION;
            }
        }
        return left;
    }

    private Expression step(Expression left, ArithmeticTerm term, Expression right) {
        if (Poison.is(left) || Poison.is(right)) {
            return Poison.EXPRESSION;
        }
        String sign = term.operator().text();
        if (left.type() == ScalarType.DYNAMIC && right.type() == ScalarType.DYNAMIC) {
            calls.undefined(sign, List.of(left, right), term.operatorSpan());
            return Poison.EXPRESSION;
        }
        if (overflows(term.operator(), left, right)) {
            session.report(Diagnostic.error(Codes.BAD_CONSTANT, term.operatorSpan(),
                    "the constant does not fit into a long; begin with a real, for example todouble()"));
            return Poison.EXPRESSION;
        }
        return calls.operator(sign, List.of(left, right), term.operatorSpan(), left.span().to(right.span()));
    }

    private static boolean overflows(ArithmeticOperator operator, Expression left, Expression right) {
        if (!(whole(left) instanceof Long first) || !(whole(right) instanceof Long second)) {
            return false;
        }
        BigInteger a = BigInteger.valueOf(first);
        BigInteger b = BigInteger.valueOf(second);
        BigInteger exact = switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE, MODULO -> BigInteger.ZERO;
        };
        return exact.bitLength() > 63;
    }

    private static Object whole(Expression expression) {
        boolean whole = expression.type() == ScalarType.LONG || expression.type() == ScalarType.INT;
        return whole && expression instanceof Literal literal ? literal.value() : null;
    }
}

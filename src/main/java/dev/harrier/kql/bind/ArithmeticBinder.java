package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.ExpressionSyntax.ArithmeticOperator;
import dev.harrier.kql.syntax.ExpressionSyntax.ArithmeticTerm;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Binds chains of {@code + - * / %}, from left to right; constants that overflow are an error, columns wrap around. */
final class ArithmeticBinder {
    /** Chains of so few operands stay calls of two, which is what others know. */
    private static final int SHORT = 16;

    private final BindSession session;
    private final CallBinder calls;

    ArithmeticBinder(BindSession session, CallBinder calls) {
        this.session = session;
        this.calls = calls;
    }

    Expression bind(ExpressionSyntax.Arithmetic syntax, ExpressionBinder binder) {
        Expression left = binder.bind(syntax.first());
        boolean mayRun = syntax.terms().size() > SHORT;
        Run run = null;
        int depth = 0;
        for (ArithmeticTerm term : syntax.terms()) {
            Expression right = binder.bind(term.operand());
            if (run != null && run.takes(term, right)) {
                run.operands.add(right);
                continue;
            }
            left = step(run == null ? left : run.call(), term, right);
            run = mayRun ? Run.from(left) : null;
            depth += left instanceof Literal ? 0 : 1;
            if (depth > session.environment().limits().chain()) {
                session.report(Diagnostic.error(Codes.TOO_LARGE, term.operatorSpan(), "the chain changes its operator "
                        + "more than " + session.environment().limits().chain()
                        + " times; compute parts of it in 'extend' first"));
                return Poison.EXPRESSION;
            }
        }
        return run == null ? left : run.checked(session);
    }

    /** Operands of one operator and one type: one call, so that a long chain is not a deep tree. */
    private record Run(Call first, List<Expression> operands) {

        /** A run that begins with this call of two operands; {@code null} if it cannot be continued. */
        static Run from(Expression expression) {
            return expression instanceof Call call && call.arguments().size() == 2
                    && call.argument(0).type() == call.type() && call.argument(1).type() == call.type()
                            ? new Run(call, new ArrayList<>(call.arguments()))
                            : null;
        }

        boolean takes(ArithmeticTerm term, Expression operand) {
            return first.is(term.operator().text()) && operand.type() == first.type() && !Poison.is(operand);
        }

        Expression call() {
            return operands.size() == 2
                    ? first
                    : new Call(first.function(), first.signature().chained(), operands, first.type(),
                            first.span().to(operands.getLast().span()));
        }

        Expression checked(BindSession session) {
            Expression call = call();
            return session.isTooLarge(call) ? Poison.EXPRESSION : call;
        }
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

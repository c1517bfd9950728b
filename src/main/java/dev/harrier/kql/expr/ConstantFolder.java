package dev.harrier.kql.expr;

import dev.harrier.kql.page.QueryContext;
import java.util.List;

/**
 * Replaces what is known before any row is read by its value: calls of deterministic functions with literal arguments
 * ({@code now()} among them), and conditions that one known side decides.
 */
public final class ConstantFolder {

    private final QueryContext context;

    public ConstantFolder(QueryContext context) {
        this.context = context;
    }

    /** An expression of the same type and meaning; a {@link Literal} if the value is known. */
    public Expression fold(Expression expression) {
        Expression folded = expression.children().isEmpty() ? expression : expression.mapChildren(this::fold);
        return switch (folded) {
            case Literal literal -> literal;
            case ColumnRef column -> column;
            case ScalarSubquery subquery -> subquery;
            case InSubquery subquery -> subquery;
            case PathAccess access -> allLiteral(access.children()) ? evaluate(access) : access;
            case Call call -> call(call);
        };
    }

    private Expression call(Call call) {
        if (call.function().isDeterministic() && allLiteral(call.arguments())) {
            return evaluate(call);
        }
        return switch (call.function().name()) {
            case "and" -> decided(call, false);
            case "or" -> decided(call, true);
            case "iff" -> branch(call);
            default -> call;
        };
    }

    /** {@code x and true} is x, {@code x and false} is false; {@code or} the other way round. */
    private static Expression decided(Call call, boolean deciding) {
        if (call.arguments().size() != 2) {
            return call;
        }
        for (int i = 0; i < 2; i++) {
            if (call.argument(i) instanceof Literal literal && literal.value() instanceof Boolean value) {
                return value == deciding ? new Literal(call.type(), value, call.span()) : call.argument(1 - i);
            }
        }
        return call;
    }

    private static Expression branch(Call call) {
        if (call.arguments().size() != 3 || !(call.argument(0) instanceof Literal condition)) {
            return call;
        }
        Expression chosen = call.argument(Boolean.TRUE.equals(condition.value()) ? 1 : 2);
        return chosen.type() == call.type() ? chosen : call;
    }

    private Expression evaluate(Expression expression) {
        return new Literal(expression.type(), Evaluator.evaluateConstant(expression, context), expression.span());
    }

    private static boolean allLiteral(List<Expression> expressions) {
        for (Expression expression : expressions) {
            if (!(expression instanceof Literal)) {
                return false;
            }
        }
        return true;
    }
}

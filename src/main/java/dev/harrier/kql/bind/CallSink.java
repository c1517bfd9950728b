package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.ExpressionSyntax;
import java.util.Optional;

/**
 * Takes the calls out of an expression that are not computed from one row: aggregates in {@code summarize}, window
 * functions in {@code extend}. What stays in the expression refers to a column that the operator adds.
 */
@FunctionalInterface
public interface CallSink {
    /** Takes nothing. */
    CallSink NONE = (call, binder) -> Optional.empty();

    /** What stands for the call from now on; empty to have it bound like any other. */
    Optional<Expression> take(ExpressionSyntax.Call call, ExpressionBinder binder);
}

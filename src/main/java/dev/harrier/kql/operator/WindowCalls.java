package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.CallSink;
import dev.harrier.kql.bind.ExpressionBinder;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.syntax.ExpressionSyntax;
import java.util.Optional;

/** Takes window functions out of the expressions of an operator. */
final class WindowCalls implements CallSink {
    WindowCalls(Rows input, BindContext context) {}

    @Override
    public Optional<Expression> take(ExpressionSyntax.Call call, ExpressionBinder binder) {
        return Optional.empty();
    }

    /** The input with a column for each call that was taken. */
    PlanNode over(PlanNode input) {
        return input;
    }

    /** The rows without the columns for the calls that were taken. */
    Rows without(Rows input, Rows rows) {
        return rows;
    }
}

package dev.harrier.kql.expr;

import dev.harrier.kql.expr.AggregateFunction.AggregateSignature;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/**
 * An aggregate applied to arguments, with the columns it yields.
 *
 * @param outputs one for most aggregates; several for {@code arg_max(t, *)} or {@code percentiles(x, 5, 95)}
 */
public record AggregateCall(AggregateFunction function, AggregateSignature signature, List<Expression> arguments,
        List<Column> outputs, SourceSpan span) {
    public AggregateCall {
        arguments = List.copyOf(arguments);
        outputs = List.copyOf(outputs);
    }

    public boolean is(String functionName) {
        return function.name().equals(functionName);
    }
}

package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/**
 * A function or an operator applied to arguments that already have the types its signature asks for.
 *
 * @param function also the operators: {@code ==}, {@code +}, {@code and}, {@code contains} are functions of that name
 * @param signature the one of the function's signatures that was chosen
 */
public record Call(ScalarFunction function, Signature signature, List<Expression> arguments, ScalarType type,
        SourceSpan span) implements Expression {
    public Call {
        arguments = List.copyOf(arguments);
    }

    public boolean is(String functionName) {
        return function.name().equals(functionName);
    }

    public Expression argument(int position) {
        return arguments.get(position);
    }

    public Call withArguments(List<Expression> replaced) {
        return new Call(function, signature, replaced, type, span);
    }
}

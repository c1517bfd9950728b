package dev.harrier.kql.expr;

import java.util.List;

/**
 * One way to call a function.
 *
 * @param shape the predicate that a call is, where it is one; {@link Shape#NONE} otherwise
 */
public record Signature(List<Parameter> parameters, ResultType resultType, NullRule nullRule, Kernel.Factory kernel,
        Shape shape) {
    public Signature {
        parameters = List.copyOf(parameters);
    }

    /** The parameter that takes the argument at this position, or {@code null} if there are too many arguments. */
    public Parameter parameterAt(int position) {
        if (position < parameters.size()) {
            return parameters.get(position);
        }
        Parameter last = parameters.isEmpty() ? null : parameters.getLast();
        return last != null && last.isRepeated() ? last : null;
    }

    public int minimumArguments() {
        return (int) parameters.stream().filter(Parameter::isRequired).count();
    }

    public Signature withShape(Shape newShape) {
        return new Signature(parameters, resultType, nullRule, kernel, newShape);
    }
}

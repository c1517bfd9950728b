package dev.harrier.kql.expr;

import dev.harrier.kql.page.Block;
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

    /**
     * This signature of two arguments of one type, which is also that of the result, for any number of them: applied from
     * left to right. The kernel is prepared knowing the types of the arguments only.
     */
    public Signature chained() {
        List<Parameter> repeated = List.of(parameters.getFirst(), parameters.getLast().repeated());
        return new Signature(repeated, types -> resultType.of(types.subList(0, 2)), nullRule,
                site -> chained(kernel.prepare(new Kernel.Site(site.arguments().subList(0, 2), site.resultType(),
                        site.context()))),
                Shape.NONE);
    }

    private static Kernel chained(Kernel kernel) {
        return switch (kernel) {
            case Kernel.PerBlock perBlock -> (Kernel.PerBlock) (arguments, rows) -> {
                Block result = arguments[0];
                for (int i = 1; i < arguments.length; i++) {
                    result = perBlock.apply(new Block[]{result, arguments[i]}, rows);
                }
                return result;
            };
            case Kernel.PerValue perValue -> (Kernel.PerValue) arguments -> {
                Object[] pair = {arguments[0], null};
                for (int i = 1; i < arguments.length && pair[0] != null; i++) {
                    pair[1] = arguments[i];
                    pair[0] = perValue.apply(pair);
                }
                return pair[0];
            };
        };
    }
}

package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Optional;

/** Decides the type of a call from the types of its arguments; empty if the combination is not defined. */
@FunctionalInterface
public interface ResultType {
    Optional<ScalarType> of(List<ScalarType> arguments);

    static ResultType always(ScalarType type) {
        return arguments -> Optional.of(type);
    }

    /** The type of one argument. */
    static ResultType ofArgument(int position) {
        return arguments -> Optional.of(arguments.get(position));
    }
}

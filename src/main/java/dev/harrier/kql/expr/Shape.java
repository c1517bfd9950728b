package dev.harrier.kql.expr;

import java.util.List;
import java.util.Optional;

/** Says which {@link Predicate} a boolean call is, so that a storage can be asked whether it can judge it. */
@FunctionalInterface
public interface Shape {
    Shape NONE = arguments -> Optional.empty();

    /** Empty if these arguments have no shape, such as two columns compared. */
    Optional<Predicate> of(List<Expression> arguments);
}

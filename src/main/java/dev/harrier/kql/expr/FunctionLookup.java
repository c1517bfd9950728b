package dev.harrier.kql.expr;

import java.util.Collection;
import java.util.Optional;

/** The functions that a query may call, by name or alias. Names are case-sensitive. */
public interface FunctionLookup {
    /** Also operators, under their own sign: {@code "=="}, {@code "!has"}, {@code "between"}. */
    Optional<ScalarFunction> scalar(String name);

    Optional<AggregateFunction> aggregate(String name);

    Collection<ScalarFunction> scalars();

    Collection<AggregateFunction> aggregates();
}

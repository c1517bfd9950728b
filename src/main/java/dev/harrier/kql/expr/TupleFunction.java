package dev.harrier.kql.expr;

import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Set;

/**
 * A function that yields several columns at once, as {@code series_fit_line} does; only {@code project} and
 * {@code extend} may call it.
 *
 * @param outputs the columns, by the last part of the names that they have if nobody names them
 * @param packed yields them as a bag with these names
 * @param parameters the types that each argument may have; only the first must be given
 * @param estimate whether its documentation leaves open how exactly the result is computed
 */
public record TupleFunction(String name, List<Column> outputs, ScalarFunction packed,
        List<Set<ScalarType>> parameters, boolean estimate) {
    public TupleFunction {
        outputs = List.copyOf(outputs);
        parameters = List.copyOf(parameters);
    }
}

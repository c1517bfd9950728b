package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;

/**
 * {@code value in (T)}, and its kin that take the first column of a table as their list.
 *
 * @param function the list operator: {@code in}, {@code !in}, {@code in~}, {@code !in~}, {@code has_any},
 *            {@code has_all}; the executor replaces the subquery by a dynamic array and calls it
 */
public record InSubquery(ScalarFunction function, Signature signature, Expression value, Subplan plan,
        SourceSpan span) implements Expression {
    @Override
    public ScalarType type() {
        return ScalarType.BOOL;
    }
}

package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;

/** {@code toscalar(T)}: the first column of the first row, null if there is none; the same for every row. */
public record ScalarSubquery(Subplan plan, ScalarType type, SourceSpan span) implements Expression {}

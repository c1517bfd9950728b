package dev.harrier.kql.expr;

import dev.harrier.kql.type.Schema;

/** A tabular plan inside an expression. Only plan nodes implement it; the executor runs it before the outer plan. */
public interface Subplan {
    Schema schema();
}

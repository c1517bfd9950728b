package dev.harrier.kql.plan;

import dev.harrier.kql.expr.Expression;

/** A key to sort by; NaN stands beside null. */
public record SortOrder(Expression key, boolean descending, boolean nullsFirst) {}

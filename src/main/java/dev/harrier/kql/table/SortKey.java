package dev.harrier.kql.table;

import dev.harrier.kql.expr.FieldRef;

/** A field to sort by; nulls (and, for reals, NaN) stand first or last. */
public record SortKey(FieldRef field, boolean descending, boolean nullsFirst) {}

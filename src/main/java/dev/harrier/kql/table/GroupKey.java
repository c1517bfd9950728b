package dev.harrier.kql.table;

import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.type.Column;

/** What an aggregating scan groups by; null, and the empty string, are groups like any other. */
public sealed interface GroupKey {
    /** The name of the key's column in the result. */
    String name();

    FieldRef field();

    default Column column() {
        return new Column(name(), field().type());
    }

    /** By value. */
    record ByValue(String name, FieldRef field) implements GroupKey {}

    /** By {@code bin(field, size)}; for a datetime the size is in ticks and bins are aligned to year 1. */
    record ByBin(String name, FieldRef field, long size) implements GroupKey {}
}

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

    /**
     * By {@code bin_at(field, size, offset)}; for a datetime size and offset are in ticks and bins are aligned to year 1.
     *
     * @param offset where a bin begins, at least zero and less than the size
     */
    record ByBin(String name, FieldRef field, long size, long offset) implements GroupKey {
        public ByBin(String name, FieldRef field, long size) {
            this(name, field, size, 0);
        }
    }
}

package dev.harrier.kql.table;

import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.type.Column;

/** A column that a scan yields, and where it comes from: a table's column, or a place inside one. */
public record ScanColumn(String name, FieldRef source) {
    public Column column() {
        return new Column(name, source.type());
    }
}

package dev.harrier.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;

/**
 * A table as data: everything that ingest, search and the language need to know about it. Immutable.
 */
public final class TableDescriptor {
    /** How the events of a table are spread over indices. */
    public enum Partition {
        MONTH, DAY
    }

    private final String name;
    private final String description;
    private final int version;
    private final boolean builtIn;
    private final boolean open;
    private final String timeColumn;
    private final String eventTime;
    private final int retentionDays;
    private final Partition partition;
    private final List<String> categories;
    private final List<String> signInEventTypes;
    private final Identity identity;
    private final List<ColumnDescriptor> columns;
    private final Map<String, ColumnDescriptor> byName;
    private final Map<String, ColumnField> fields;
    private final Schema schema;

    TableDescriptor(Builder from) {
        this.name = from.name;
        this.description = from.description;
        this.version = from.version;
        this.builtIn = from.builtIn;
        this.open = from.open;
        this.timeColumn = from.timeColumn;
        this.eventTime = from.eventTime == null ? from.timeColumn : from.eventTime;
        this.retentionDays = from.retentionDays;
        this.partition = from.partition;
        this.categories = List.copyOf(from.categories);
        this.signInEventTypes = List.copyOf(from.signInEventTypes);
        this.identity = from.identity;
        this.columns = List.copyOf(from.columns);
        this.schema = Schema.of(columns.stream().map(ColumnDescriptor::column).toList());
        this.byName = HashMap.newHashMap(columns.size());
        this.fields = HashMap.newHashMap(columns.size());
        for (ColumnDescriptor column : columns) {
            byName.put(column.name(), column);
            fields.put(column.name(), ColumnField.of(column));
        }
        check();
    }

    public String name() {
        return name;
    }

    /** The name in index names: lower case. Unique per workspace. */
    public String slug() {
        return name.toLowerCase(Locale.ROOT);
    }

    public String description() {
        return description;
    }

    /** Grows with every change to the columns; kept with each index. */
    public int version() {
        return version;
    }

    public boolean builtIn() {
        return builtIn;
    }

    /** Whether the real table takes columns that nobody declared. */
    public boolean open() {
        return open;
    }

    /** The column that a query's time span is about. */
    public String timeColumn() {
        return timeColumn;
    }

    /** The column with the event's own time, which decides the index. */
    public String eventTime() {
        return eventTime;
    }

    public int retentionDays() {
        return retentionDays;
    }

    public Partition partition() {
        return partition;
    }

    /** Diagnostic categories of this table, compared without regard to case. */
    public List<String> categories() {
        return categories;
    }

    /** Values of Graph's {@code signInEventTypes} of this table. */
    public List<String> signInEventTypes() {
        return signInEventTypes;
    }

    public Identity identity() {
        return identity;
    }

    public List<ColumnDescriptor> columns() {
        return columns;
    }

    public Optional<ColumnDescriptor> column(String column) {
        return Optional.ofNullable(byName.get(column));
    }

    /** How the column is indexed, or empty when there is no such column. */
    public Optional<ColumnField> field(String column) {
        return Optional.ofNullable(fields.get(column));
    }

    /** The columns and their types, in order. */
    public Schema schema() {
        return schema;
    }

    @Override
    public String toString() {
        return name + schema;
    }

    private void check() {
        require(timeColumn, ScalarType.DATETIME);
        require(eventTime, ScalarType.DATETIME);
        Stream.of(identity.id(), identity.tenant()).forEach(column -> require(column, null));
        require(identity.time(), ScalarType.DATETIME);
        identity.columns().forEach(column -> require(column, null));
        for (ColumnDescriptor column : columns) {
            if (StoredFields.RESERVED.contains(column.name())) {
                throw new IllegalArgumentException("table '" + name + "': '" + column.name() + "' is reserved");
            }
        }
        if (retentionDays < 1) {
            throw new IllegalArgumentException("table '" + name + "': retention is at least one day");
        }
    }

    private void require(String column, ScalarType type) {
        if (column == null) {
            return;
        }
        ColumnDescriptor found = byName.get(column);
        if (found == null || type != null && found.type() != type) {
            throw new IllegalArgumentException(
                    "table '" + name + "' needs a column '" + column + "'" + (type == null ? "" : " of type " + type));
        }
    }

    /** Collects what a descriptor says; see {@link DescriptorJson}. */
    static final class Builder {
        String name;
        String description = "";
        int version = 1;
        boolean builtIn;
        boolean open;
        String timeColumn = "TimeGenerated";
        String eventTime;
        int retentionDays = 90;
        Partition partition = Partition.MONTH;
        List<String> categories = List.of();
        List<String> signInEventTypes = List.of();
        Identity identity = Identity.NONE;
        List<ColumnDescriptor> columns = List.of();

        TableDescriptor build() {
            return new TableDescriptor(this);
        }
    }
}

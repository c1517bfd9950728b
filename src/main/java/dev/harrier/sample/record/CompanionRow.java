package dev.harrier.sample.record;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.harrier.sample.world.Ticks;

/** A row of a companion table in column form; values are texts, numbers, booleans, or maps and lists for dynamic columns. */
public final class CompanionRow implements SampleEvent {
    private final String table;
    private final long ticks;
    private final String id;
    private final Map<String, Object> columns = new LinkedHashMap<>();

    private CompanionRow(String table, long ticks, String idColumn, String id) {
        this.table = table;
        this.ticks = ticks;
        this.id = id;
        columns.put("TimeGenerated", Ticks.text(ticks) + "Z");
        columns.put("Type", table);
        if (!idColumn.isEmpty()) {
            columns.put(idColumn, id);
        }
    }

    /**
     * @param idColumn
     *            the column that tells this row from others; empty if the table has none
     */
    public static CompanionRow of(String table, long ticks, String idColumn, String id) {
        return new CompanionRow(table, ticks, idColumn, idColumn.isEmpty() ? "" : id);
    }

    public CompanionRow with(String column, Object value) {
        columns.put(column, value);
        return this;
    }

    public Map<String, Object> columns() {
        return columns;
    }

    /** The text of a column, empty where the row has none. */
    public String text(String column) {
        return columns.get(column) instanceof String text ? text : "";
    }

    @Override
    public long ticks() {
        return ticks;
    }

    @Override
    public String table() {
        return table;
    }

    @Override
    public String id() {
        return id;
    }
}

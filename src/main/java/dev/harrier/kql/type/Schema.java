package dev.harrier.kql.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ordered columns of a tabular value; names are unique. */
public final class Schema {
    public static final Schema EMPTY = new Schema(List.of());

    private final List<Column> columns;
    private final Map<String, Integer> positions;

    private Schema(List<Column> columns) {
        this.columns = List.copyOf(columns);
        this.positions = HashMap.newHashMap(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            if (positions.put(columns.get(i).name(), i) != null) {
                throw new IllegalArgumentException("duplicate column '" + columns.get(i).name() + "'");
            }
        }
    }

    /** @throws IllegalArgumentException if two columns have one name */
    public static Schema of(List<Column> columns) {
        return new Schema(columns);
    }

    /** @throws IllegalArgumentException if two columns have one name */
    public static Schema of(Column... columns) {
        return new Schema(List.of(columns));
    }

    public List<Column> columns() {
        return columns;
    }

    public int size() {
        return columns.size();
    }

    public Column column(int position) {
        return columns.get(position);
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The position of the column, or -1. */
    public int position(String name) {
        return positions.getOrDefault(name, -1);
    }

    public boolean has(String name) {
        return positions.containsKey(name);
    }

    public Optional<Column> find(String name) {
        int position = position(name);
        return position < 0 ? Optional.empty() : Optional.of(columns.get(position));
    }

    /** The columns of these names, in the order of the names; unknown names are an error of the caller. */
    public Schema select(List<String> names) {
        List<Column> selected = new ArrayList<>(names.size());
        for (String name : names) {
            selected.add(find(name).orElseThrow(() -> new IllegalArgumentException("no column '" + name + "'")));
        }
        return new Schema(selected);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Schema schema && columns.equals(schema.columns);
    }

    @Override
    public int hashCode() {
        return columns.hashCode();
    }

    @Override
    public String toString() {
        return columns.stream().map(Column::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}

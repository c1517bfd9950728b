package dev.harrier.kql.bind;

import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tables that only have columns: enough to bind against. */
final class FixedTables implements Tables {
    private final Map<String, Table> tables = new TreeMap<>();

    /** @param columns such as {@code "a: long, b: string"} */
    FixedTables with(String name, String columns) {
        List<Column> parsed = new ArrayList<>();
        for (String column : columns.split(",")) {
            String[] parts = column.split(":");
            parsed.add(new Column(parts[0].strip(), ScalarType.valueOf(parts[1].strip().toUpperCase(Locale.ROOT))));
        }
        tables.put(name, new FixedTable(name, Schema.of(parsed)));
        return this;
    }

    @Override
    public Optional<Table> find(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    @Override
    public List<String> names() {
        return List.copyOf(tables.keySet());
    }

    private record FixedTable(String name, Schema schema) implements Table {
        @Override
        public Optional<String> timeColumn() {
            return Optional.of("t").filter(schema::has);
        }

        @Override
        public Storage storage() {
            throw new UnsupportedOperationException("binding reads no rows");
        }
    }
}

package dev.harrier.kql.analyser;

import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tables that can be bound, not read. */
final class ColumnsOnly implements Tables {
    private final Map<String, Table> tables = new TreeMap<>();

    ColumnsOnly with(Map<String, List<List<String>>> more) {
        more.forEach((name, columns) -> tables.put(name, new Fixed(name, Schema.of(columns.stream()
                .map(pair -> new Column(pair.get(0), ScalarType.valueOf(pair.get(1).toUpperCase(Locale.ROOT))))
                .toList()))));
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

    private record Fixed(String name, Schema schema) implements Table {
        @Override
        public Optional<String> timeColumn() {
            return Optional.of("TimeGenerated").filter(schema::has);
        }

        @Override
        public Storage storage() {
            throw new UnsupportedOperationException("binding reads no rows");
        }
    }
}

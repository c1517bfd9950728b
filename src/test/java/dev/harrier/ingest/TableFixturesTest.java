package dev.harrier.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.harrier.catalog.Row;
import dev.harrier.catalog.TableCatalog;

/**
 * Runs {@code src/test/resources/tables/<Name>.jsonl}: per line a case with the event ({@code raw}) and what must come out:
 * columns of the {@code row} (null: the column must be empty), what is left over ({@code extra}), which columns could not
 * be read ({@code nulled}), the earlier case that it is another copy of ({@code same}).
 */
class TableFixturesTest {
    private static final Path FOLDER = Path.of("src/test/resources/tables");
    private static final UUID WORKSPACE = new UUID(0, 7);

    private final Normaliser normaliser = new Normaliser();
    private final TableCatalog catalog = TableCatalog.builtIn();

    @TestFactory
    List<DynamicTest> everyCase() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                String table = file.getFileName().toString().replace(".jsonl", "");
                Map<String, String> ids = new HashMap<>();
                for (String line : Files.readAllLines(file)) {
                    if (!line.isBlank()) {
                        JsonNode expected = EventJson.MAPPER.readTree(line);
                        tests.add(DynamicTest.dynamicTest(table + ": " + expected.get("case").asText(),
                                () -> check(table, expected, ids)));
                    }
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private void check(String table, JsonNode expected, Map<String, String> ids) throws UnreadableEvent {
        boolean columns = expected.path("form").asText().equals("columns");
        EventContext context = new EventContext(WORKSPACE, catalog,
                columns ? catalog.find(table).orElseThrow() : null, expected.path("tenant").asText(null));
        Row row = normaliser.normalise(expected.get("raw"), context, expected.get("case").asText());
        assertThat(row.table().name()).isEqualTo(table);
        assertThat(row.values().path("Type").asText()).isEqualTo(table);
        expected.path("row").properties()
                .forEach(column -> assertThat(String.valueOf(row.values().get(column.getKey())))
                        .as(column.getKey())
                        .isEqualTo(column.getValue().isNull() ? "null" : column.getValue().toString()));
        if (expected.has("extra")) {
            assertThat(row.extra()).isEqualTo((ObjectNode) expected.get("extra"));
        }
        assertThat(row.nulled()).isEqualTo(names(expected.path("nulled")));
        row.values().fieldNames().forEachRemaining(name -> assertThat(row.table().schema().has(name)).isTrue());
        ids.put(expected.get("case").asText(), row.id());
        if (expected.has("same")) {
            assertThat(row.id()).isEqualTo(ids.get(expected.get("same").asText()));
        }
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(name -> names.add(name.asText()));
        return names;
    }
}

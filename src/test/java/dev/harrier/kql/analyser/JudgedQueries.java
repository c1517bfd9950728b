package dev.harrier.kql.analyser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.catalog.BuiltInTables;
import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.Validation;
import dev.harrier.kql.spec.SpecFile;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The queries to judge: those of all specs, and the recorded cases of the real engine where they are at hand. */
final class JudgedQueries {
    private static final Path SPECS = Path.of("src/test/resources/kql");
    private static final List<String> CASES = List.of("docs.json", "fuzz.json", "rejected.json");

    private JudgedQueries() {}

    /** The tables that every workspace has. */
    static Map<String, List<List<String>>> builtInTables() {
        Map<String, List<List<String>>> tables = new TreeMap<>();
        BuiltInTables.all().forEach(table -> tables.put(table.name(), table.columns().stream()
                .map(column -> List.of(column.name(), column.type().keyword())).toList()));
        return tables;
    }

    static List<JudgedQuery> ofSpecs() throws IOException {
        List<JudgedQuery> queries = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(SPECS)) {
            for (Path path : paths.filter(file -> file.toString().endsWith(".kqlspec")).sorted().toList()) {
                String name = SPECS.relativize(path).toString().replace(".kqlspec", "");
                SpecFile file = SpecFile.read(path, name);
                Map<String, List<List<String>>> tables = new TreeMap<>();
                file.tables().forEach((table, query) -> tables.put(table, columns(query)));
                file.cases().forEach(one -> queries
                        .add(new JudgedQuery(name + ": " + one.name(), one.query(), tables)));
            }
        }
        return queries;
    }

    private static List<List<String>> columns(String query) {
        Validation validation = new KqlEngine(Tables.NONE).validate(query, QueryOptions.DEFAULT);
        return validation.results().getFirst().schema().columns().stream().map(JudgedQueries::pair).toList();
    }

    private static List<String> pair(Column column) {
        return List.of(column.name(), column.type().keyword());
    }

    static List<JudgedQuery> ofRecordedCases(Path folder) throws IOException {
        List<JudgedQuery> queries = new ArrayList<>();
        for (String file : CASES) {
            for (JsonNode node : new ObjectMapper().readTree(folder.resolve(file).toFile())) {
                queries.add(new JudgedQuery(node.path("id").asText(), node.path("query").asText(), Map.of()));
            }
        }
        return queries;
    }
}

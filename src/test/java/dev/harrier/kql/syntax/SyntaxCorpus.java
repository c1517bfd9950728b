package dev.harrier.kql.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Queries that must parse: ours, and the recorded ones where a folder with them is given. */
final class SyntaxCorpus {
    private static final Path FOLDER = Path.of("src/test/resources/kql/syntax");

    private SyntaxCorpus() {}

    static List<String> own() throws IOException {
        List<String> queries = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.sorted().toList()) {
                queries.addAll(List.of(Files.readString(file).split("(?m)^---\\R")));
            }
        }
        return queries;
    }

    static List<String> all() throws IOException {
        List<String> queries = new ArrayList<>(own());
        String folder = System.getenv("HARRIER_CONFORMANCE");
        if (folder != null) {
            queries.addAll(recorded(Path.of(folder, "docs.json")));
            queries.addAll(recorded(Path.of(folder, "fuzz.json")));
        }
        return queries;
    }

    private static List<String> recorded(Path file) throws IOException {
        List<String> queries = new ArrayList<>();
        for (JsonNode recording : new ObjectMapper().readTree(file.toFile())) {
            queries.add(recording.get("query").asText());
        }
        return queries;
    }
}

package dev.harrier.kql.syntax;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.kql.spec.SpecFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Queries that must parse: ours, and the recorded ones where a folder with them is given. */
final class SyntaxCorpus {
    private static final Path FOLDER = Path.of("src/test/resources/kql/syntax");
    private static final Path SPECS = Path.of("src/test/resources/kql");
    private static final Pattern FENCED = Pattern.compile("```kql\n(.*?)```", Pattern.DOTALL);

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

    /** The queries of all specs that are no test of a mistake. */
    static List<String> specified() throws IOException {
        List<String> queries = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SPECS)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".kqlspec")).sorted().toList()) {
                SpecFile spec = SpecFile.read(file, file.getFileName().toString());
                queries.addAll(spec.tables().values());
                spec.cases().forEach(one -> queries.add(one.query()));
            }
        }
        queries.removeIf(query -> SyntaxParser.parse(query).hasErrors());
        return queries;
    }

    /** The queries that documents show. */
    static List<String> documented() throws IOException {
        Matcher queries = FENCED.matcher(Files.readString(Path.of("README.md")));
        return queries.results().map(query -> query.group(1)).toList();
    }

    static List<String> all() throws IOException {
        List<String> queries = new ArrayList<>(own());
        queries.addAll(specified());
        queries.addAll(documented());
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

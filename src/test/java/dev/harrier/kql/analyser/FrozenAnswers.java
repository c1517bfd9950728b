package dev.harrier.kql.analyser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the analyser said, kept in the project; and what is to be asked when that is refreshed. */
final class FrozenAnswers {
    private static final Path ANSWERS = Path.of("src/test/resources/analyser/answers.jsonl");
    /** What {@code src/build/analyser/freeze.mjs} reads. */
    static final Path QUESTIONS = Path.of("target/analyser/queries.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Judgement> byHash = new HashMap<>();

    static FrozenAnswers read() throws IOException {
        FrozenAnswers answers = new FrozenAnswers();
        for (String line : Files.readAllLines(ANSWERS)) {
            JsonNode node = JSON.readTree(line);
            answers.byHash.put(node.path("hash").asText(),
                    new Judgement(texts(node.path("rejected")), texts(node.path("tables"))));
        }
        return answers;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    Optional<Judgement> find(JudgedQuery query) {
        return Optional.ofNullable(byHash.get(query.hash()));
    }

    static void ask(List<JudgedQuery> queries) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(JSON.writeValueAsString(Map.of("tables", JudgedQueries.builtInTables())));
        for (JudgedQuery query : queries) {
            ObjectNode line = JSON.createObjectNode().put("hash", query.hash()).put("query", query.query());
            line.set("tables", JSON.valueToTree(query.tables()));
            lines.add(line.toString());
        }
        Files.createDirectories(QUESTIONS.getParent());
        Files.write(QUESTIONS, lines);
    }
}

package dev.harrier.kql.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A query and what the real engine answered.
 *
 * @param types KQL types, or classes of types where {@code exactTypes} is false
 * @param rejected whether the engine rejects the query
 */
record RecordedCase(String id, String query, List<String> columns, List<String> types, boolean exactTypes,
        List<JsonNode> rows, boolean ordered, boolean inScope, boolean rejected) {

    static List<RecordedCase> read(Path file) throws IOException {
        List<RecordedCase> cases = new ArrayList<>();
        for (JsonNode node : new ObjectMapper().readTree(file.toFile())) {
            boolean exact = node.has("types");
            cases.add(new RecordedCase(node.path("id").asText(), node.path("query").asText(),
                    texts(node.path("columns")), texts(node.path(exact ? "types" : "type_class")), exact,
                    nodes(node.path("rows")), node.path("ordered").asBoolean(false),
                    node.path("in_scope").asBoolean(true), node.path("rejected").asBoolean(false)));
        }
        return cases;
    }

    private static List<String> texts(JsonNode array) {
        return nodes(array).stream().map(JsonNode::asText).toList();
    }

    private static List<JsonNode> nodes(JsonNode array) {
        List<JsonNode> nodes = new ArrayList<>();
        array.forEach(nodes::add);
        return nodes;
    }
}

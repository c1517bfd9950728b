package dev.harrier.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The committed contract, as tests read it. */
final class Contract {
    static final Path FILE = Path.of("openapi/openapi.yaml");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private final JsonNode root;

    private Contract(JsonNode root) {
        this.root = root;
    }

    /** An operation: where it is, and what the contract says of it. */
    record Operation(String method, String path, JsonNode json) {
        String id() {
            return json.path("operationId").asText();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Contract committed() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Contract parse(String yaml) throws IOException {
        return new Contract(new YAMLMapper().readTree(yaml));
    }

    JsonNode root() {
        return root;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey())).forEach(method -> operations
                        .add(new Operation(method.getKey(), path.getKey(), method.getValue()))));
        return operations;
    }

    Operation operation(String id) {
        return operations().stream().filter(operation -> operation.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("the contract has no operation " + id));
    }

    /** What is wrong with the body of an answer; nothing if it is as the contract says. */
    List<String> violations(String operationId, int status, String mediaType, JsonNode body) {
        JsonNode response = operation(operationId).json().path("responses").path(Integer.toString(status));
        if (response.isMissingNode()) {
            return List.of("the contract of " + operationId + " has no status " + status);
        }
        JsonNode media = response.path("content").path(mediaType);
        if (media.isMissingNode()) {
            return List.of("the contract of " + operationId + " has no " + mediaType + " for status " + status);
        }
        ObjectNode schema = media.path("schema").deepCopy();
        schema.set("components", root.get("components"));
        JsonSchema compiled = SCHEMAS.getSchema(schema);
        return compiled.validate(body).stream().map(ValidationMessage::getMessage).toList();
    }
}

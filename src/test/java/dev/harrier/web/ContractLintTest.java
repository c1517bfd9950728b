package dev.harrier.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.web.Contract.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What every operation of the contract must say. */
class ContractLintTest {
    private static final Contract CONTRACT = Contract.committed();
    private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");

    private static void everyOperation(String says, Predicate<Operation> rule) {
        assertThat(CONTRACT.operations().stream().filter(rule.negate()).map(Operation::toString)).as(says).isEmpty();
    }

    private static boolean isSaid(JsonNode json, String member) {
        return !json.path(member).asText().isBlank();
    }

    @Test
    void everyOperationHasAnIdOfItsOwn() {
        everyOperation("operationId", operation -> operation.id().matches("[a-z][A-Za-z]+"));
        assertThat(CONTRACT.operations().stream().map(Operation::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyOperationIsSummedUpAndSorted() {
        everyOperation("summary", operation -> isSaid(operation.json(), "summary"));
        Set<String> tags = new HashSet<>(CONTRACT.root().path("tags").findValuesAsText("name"));
        everyOperation("one known tag", operation -> operation.json().path("tags").size() == 1
                && tags.contains(operation.json().path("tags").path(0).asText()));
    }

    @Test
    void everyOperationTellsItsErrorsAndItsRole() {
        everyOperation("401, 403 and 500", operation -> {
            JsonNode responses = operation.json().path("responses");
            return responses.has("401") && responses.has("403") && responses.has("500");
        });
        everyOperation("errors with a schema", operation -> operation.json().path("responses").properties().stream()
                .filter(response -> response.getKey().compareTo("400") >= 0)
                .allMatch(response -> !response.getValue().path("content").isEmpty()));
        everyOperation("x-required-role", operation -> isSaid(operation.json(), "x-required-role"));
    }

    @Test
    void everyAnswerIsDescribedAndTyped() {
        everyOperation("answers with descriptions", operation -> operation.json().path("responses").properties()
                .stream().allMatch(response -> isSaid(response.getValue(), "description")
                        && !response.getValue().path("description").asText().equals("OK")));
        everyOperation("answers with schemas", operation -> operation.json().path("responses").properties().stream()
                .flatMap(response -> response.getValue().path("content").properties().stream())
                .allMatch(media -> !media.getValue().path("schema").isEmpty()));
    }

    @Test
    void everyParameterIsDescribed() {
        everyOperation("described parameters", operation -> StreamSupport
                .stream(operation.json().path("parameters").spliterator(), false)
                .allMatch(parameter -> isSaid(parameter, "description")));
        everyOperation("parameters of the path", operation -> {
            List<String> named = operation.json().path("parameters").findValuesAsText("name");
            Matcher inPath = IN_PATH.matcher(operation.path());
            return inPath.results().allMatch(found -> named.contains(found.group(1)));
        });
    }

    /** One that is broken is shown, and sent, as a text. */
    @Test
    void examplesOfBodiesAreJson() {
        everyOperation("examples that are objects", operation -> operation.json().path("requestBody").path("content")
                .path("application/json").path("examples").findValues("value").stream().allMatch(JsonNode::isObject));
    }

    @Test
    void schemasAreThoseOfTheContractNotOfTheCode() {
        List<String> names = new ArrayList<>();
        CONTRACT.root().path("components").path("schemas").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .doesNotContain("JsonNode", "JsonNodeType", "Details", "Summary", "Deleted", "Letter", "Result",
                        "Scan", "Options", "Response")
                .noneMatch(name -> name.endsWith("View"));
    }

    @Test
    void theContractSaysWhoMayUseItAndHow() {
        JsonNode root = CONTRACT.root();
        assertThat(root.path("openapi").asText()).startsWith("3.1");
        assertThat(root.path("info").path("license").path("name").asText()).isEqualTo("Apache-2.0");
        assertThat(root.path("servers").findValuesAsText("url")).containsExactly("/");
        assertThat(root.path("components").path("securitySchemes").fieldNames()).toIterable()
                .containsExactlyInAnyOrder("apiKey", "bearer");
        assertThat(root.path("security")).hasSize(2);
    }
}

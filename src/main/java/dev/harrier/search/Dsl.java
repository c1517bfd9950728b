package dev.harrier.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/** The words of OpenSearch's query language that Harrier uses, as JSON. */
final class Dsl {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Dsl() {}

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static ObjectNode wrap(String name, JsonNode body) {
        return JSON.objectNode().set(name, body);
    }

    static ObjectNode matchAll() {
        return wrap("match_all", object());
    }

    static ObjectNode matchNone() {
        return wrap("match_none", object());
    }

    static ObjectNode term(String field, Object value) {
        return wrap("term", wrap(field, wrap("value", JSON.pojoNode(value))));
    }

    static ObjectNode terms(String field, Collection<?> values) {
        ArrayNode array = JSON.arrayNode();
        values.forEach(value -> array.add(JSON.pojoNode(value)));
        return wrap("terms", wrap(field, array));
    }

    static ObjectNode exists(String field) {
        return wrap("exists", object().put("field", field));
    }

    static ObjectNode prefix(String field, String text) {
        return wrap("prefix", wrap(field, object().put("value", text)));
    }

    /** A pattern in which only the given stars are wild. */
    static ObjectNode wildcard(String field, String before, String text, String after) {
        StringBuilder pattern = new StringBuilder(before);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '*' || c == '?' || c == '\\') {
                pattern.append('\\');
            }
            pattern.append(c);
        }
        return wrap("wildcard", wrap(field, object().put("value", pattern.append(after).toString())));
    }

    /** @param pattern in Lucene's syntax, without its optional operators; the whole value must match */
    static ObjectNode regexp(String field, String pattern) {
        return wrap("regexp", wrap(field, object().put("value", pattern).put("flags", "NONE")));
    }

    static ObjectNode range(String field, ObjectNode bounds) {
        return wrap("range", wrap(field, bounds));
    }

    /** All of these; never a bare query, because of what a bare {@code range} does to paged scans in 3.6. */
    static ObjectNode all(List<? extends JsonNode> queries) {
        return bool("filter", queries);
    }

    static ObjectNode any(List<? extends JsonNode> queries) {
        // A bool query without clauses matches every row.
        if (queries.isEmpty()) {
            return matchNone();
        }
        ObjectNode query = bool("should", queries);
        ((ObjectNode) query.get("bool")).put("minimum_should_match", 1);
        return query;
    }

    static ObjectNode not(JsonNode query) {
        return bool("must_not", List.of(query));
    }

    private static ObjectNode bool(String occurrence, List<? extends JsonNode> queries) {
        ArrayNode array = JSON.arrayNode();
        queries.forEach(array::add);
        return wrap("bool", wrap(occurrence, array));
    }
}

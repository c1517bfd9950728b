package dev.harrier.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.harrier.kql.type.ScalarType;

/**
 * The JSON form of a descriptor, as in {@code resources/tables}. Unknown properties are refused, so that a misspelt one
 * does not silently do nothing.
 */
public final class DescriptorJson {
    private static final String PROPERTIES_PREFIX = "properties.";
    private static final Set<String> TABLE_KEYS = Set.of("name", "description", "version", "timeColumn", "eventTime",
            "retentionDays", "partition", "open", "categories", "signInEventTypes", "identity", "columns");
    private static final Set<String> COLUMN_KEYS = Set.of("name", "type", "from", "graph", "constant", "graphConstant",
            "search", "jsonText", "promote", "since");
    private static final Set<String> IDENTITY_KEYS = Set.of("id", "time", "tenant", "columns");

    private DescriptorJson() {}

    /** @throws IllegalArgumentException if the JSON is not a sound descriptor; the message says what is wrong */
    public static TableDescriptor read(JsonNode json, boolean builtIn) {
        refuseUnknown(json, TABLE_KEYS, "a table");
        TableDescriptor.Builder table = new TableDescriptor.Builder();
        table.name = required(json, "name");
        table.builtIn = builtIn;
        table.description = json.path("description").asText("");
        table.version = json.path("version").asInt(1);
        table.timeColumn = json.path("timeColumn").asText("TimeGenerated");
        table.eventTime = optional(json, "eventTime");
        table.retentionDays = json.path("retentionDays").asInt(90);
        table.open = json.path("open").asBoolean(false);
        if (json.has("partition")) {
            table.partition = TableDescriptor.Partition
                    .valueOf(json.get("partition").asText().toUpperCase(Locale.ROOT));
        }
        table.categories = strings(json.path("categories"));
        table.signInEventTypes = strings(json.path("signInEventTypes"));
        if (json.has("identity")) {
            table.identity = identity(json.get("identity"));
        }
        List<ColumnDescriptor> columns = new ArrayList<>();
        for (JsonNode column : json.path("columns")) {
            columns.add(column(column, !table.signInEventTypes.isEmpty()));
        }
        table.columns = columns;
        return table.build();
    }

    /** Writes what {@link #read} reads. */
    public static ObjectNode write(TableDescriptor table) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", table.name()).put("description", table.description()).put("version", table.version())
                .put("timeColumn", table.timeColumn()).put("eventTime", table.eventTime())
                .put("retentionDays", table.retentionDays())
                .put("partition", table.partition().name().toLowerCase(Locale.ROOT)).put("open", table.open());
        putStrings(json, "categories", table.categories());
        putStrings(json, "signInEventTypes", table.signInEventTypes());
        if (!table.identity().equals(Identity.NONE)) {
            Identity identity = table.identity();
            ObjectNode node = json.putObject("identity");
            put(node, "id", identity.id());
            put(node, "time", identity.time());
            put(node, "tenant", identity.tenant());
            putStrings(node, "columns", identity.columns());
        }
        ArrayNode columns = json.putArray("columns");
        table.columns().forEach(column -> columns.add(write(column)));
        return json;
    }

    /** The scalar type of this keyword, {@code string}, {@code datetime} and so on. */
    public static ScalarType type(String keyword) {
        for (ScalarType type : ScalarType.values()) {
            if (type.keyword().equals(keyword)) {
                return type;
            }
        }
        throw new IllegalArgumentException("'" + keyword + "' is not a type; the types are bool, int, long, real, "
                + "decimal, string, datetime, timespan, guid and dynamic");
    }

    private static ColumnDescriptor column(JsonNode json, boolean hasGraph) {
        refuseUnknown(json, COLUMN_KEYS, "a column");
        List<String> from = strings(json.path("from"));
        List<String> graph = List.of();
        if (hasGraph) {
            graph = json.has("graph") ? strings(json.get("graph")) : graphPaths(from);
        }
        Set<SearchFeature> search = EnumSet.noneOf(SearchFeature.class);
        strings(json.path("search")).forEach(word -> search.add(SearchFeature.valueOf(word.toUpperCase(Locale.ROOT))));
        int since = json.path("since").asInt(1);
        List<PromotedPath> promote = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : json.path("promote").properties()) {
            promote.add(promoted(path.getKey(), path.getValue(), since));
        }
        return new ColumnDescriptor(required(json, "name"), type(required(json, "type")), from, graph,
                optional(json, "constant"), optional(json, "graphConstant"), search,
                json.path("jsonText").asBoolean(false), promote, since);
    }

    /** {@code "path": "type"}, or {@code "path": {"type": …, "since": …}} for one that came later than its column. */
    private static PromotedPath promoted(String path, JsonNode value, int columnSince) {
        if (value.isTextual()) {
            return new PromotedPath(path, type(value.asText()), columnSince);
        }
        return new PromotedPath(path, type(required(value, "type")), value.path("since").asInt(columnSince));
    }

    /** Graph names are those of the diagnostic record's properties; its envelope does not exist there. */
    private static List<String> graphPaths(List<String> from) {
        List<String> paths = new ArrayList<>();
        for (String path : from) {
            String bare = path.startsWith(PROPERTIES_PREFIX) ? path.substring(PROPERTIES_PREFIX.length()) : path;
            if (!paths.contains(bare) && path.startsWith(PROPERTIES_PREFIX)) {
                paths.add(bare);
            }
        }
        return paths;
    }

    private static Identity identity(JsonNode json) {
        refuseUnknown(json, IDENTITY_KEYS, "an identity");
        return new Identity(optional(json, "id"), optional(json, "time"), optional(json, "tenant"),
                strings(json.path("columns")));
    }

    private static ObjectNode write(ColumnDescriptor column) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", column.name()).put("type", column.type().keyword());
        putStrings(json, "from", column.from());
        ArrayNode graph = json.putArray("graph");
        column.graph().forEach(graph::add);
        put(json, "constant", column.constant());
        put(json, "graphConstant", column.graphConstant());
        putStrings(json, "search", column.search().stream().map(SearchFeature::keyword).sorted().toList());
        if (column.jsonText()) {
            json.put("jsonText", true);
        }
        if (!column.promote().isEmpty()) {
            ObjectNode promote = json.putObject("promote");
            column.promote().forEach(path -> promote.putObject(path.path()).put("type", path.type().keyword())
                    .put("since", path.since()));
        }
        return json.put("since", column.since());
    }

    private static void refuseUnknown(JsonNode json, Set<String> known, String what) {
        if (!json.isObject()) {
            throw new IllegalArgumentException(what + " is described by a JSON object");
        }
        Set<String> unknown = new HashSet<>();
        json.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(what + " has no property " + unknown);
        }
    }

    private static String required(JsonNode json, String key) {
        String value = optional(json, key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
        return value;
    }

    private static String optional(JsonNode json, String key) {
        JsonNode value = json.get(key);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static List<String> strings(JsonNode json) {
        List<String> values = new ArrayList<>();
        json.forEach(value -> values.add(value.asText()));
        return values;
    }

    private static void put(ObjectNode json, String key, String value) {
        if (value != null) {
            json.put(key, value);
        }
    }

    private static void putStrings(ObjectNode json, String key, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(key);
            values.forEach(array::add);
        }
    }
}

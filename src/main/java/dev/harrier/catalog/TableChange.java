package dev.harrier.catalog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.harrier.kql.type.ScalarType;

/** The rules by which custom tables are created and extended: columns come, they never go or change. */
final class TableChange {
    private static final Pattern TABLE_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");
    private static final Pattern COLUMN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final int MAX_COLUMNS = 500;
    private static final int MAX_PROMOTED = 50;
    private static final int MAX_RETENTION_DAYS = 4383;
    private static final Map<String, ScalarType> STANDARD = standard();

    private TableChange() {}

    /**
     * The table that results from a description.
     *
     * @param existing the custom table of this name, if there is one
     * @throws dev.harrier.access.RequestProblem if the description breaks a rule
     */
    static TableDescriptor apply(String name, JsonNode description, Optional<TableDescriptor> existing) {
        if (!TABLE_NAME.matcher(name).matches()) {
            throw TableProblems.malformed("'" + name + "' is not a table name: a letter, then at most 62 letters, "
                    + "digits and underscores");
        }
        if (!(description instanceof ObjectNode given)) {
            throw TableProblems.malformed("a table is described by a JSON object");
        }
        ObjectNode complete = given.deepCopy();
        if (complete.has("name") && !complete.get("name").asText().equals(name)) {
            throw TableProblems.malformed("the name in the path and the name in the body differ");
        }
        int version = existing.map(table -> table.version() + 1).orElse(1);
        complete.put("name", name).put("version", version);
        existing.ifPresent(table -> keep(complete, table));
        complete.set("columns", columns(complete, existing, version));
        try {
            TableDescriptor table = DescriptorJson.read(complete, false);
            check(table);
            return table;
        } catch (IllegalArgumentException e) {
            throw TableProblems.malformed(e.getMessage());
        }
    }

    /** What the description leaves out stays as it was. */
    private static void keep(ObjectNode description, TableDescriptor existing) {
        DescriptorJson.write(existing).properties().forEach(entry -> {
            if (!description.has(entry.getKey())) {
                description.set(entry.getKey(), entry.getValue());
            }
        });
        if (!description.get("timeColumn").asText().equals(existing.timeColumn())
                || !description.get("eventTime").asText().equals(existing.eventTime())) {
            throw TableProblems.conflict("the time columns of a table cannot be changed");
        }
    }

    private static ArrayNode columns(ObjectNode description, Optional<TableDescriptor> existing, int version) {
        Map<String, JsonNode> columns = new LinkedHashMap<>();
        existing.ifPresent(table -> DescriptorJson.write(table).get("columns")
                .forEach(column -> columns.put(column.path("name").asText(), column)));
        for (JsonNode column : description.path("columns")) {
            if (!(column instanceof ObjectNode given) || !given.path("name").isTextual()) {
                throw TableProblems.malformed("a column is described by an object with a name and a type");
            }
            add(columns, given, existing, version);
        }
        STANDARD.forEach((name, type) -> columns.computeIfAbsent(name,
                key -> description.objectNode().put("name", key).put("type", type.keyword()).put("since", version)));
        ArrayNode all = description.arrayNode();
        columns.values().forEach(all::add);
        return all;
    }

    private static void add(Map<String, JsonNode> columns, ObjectNode given, Optional<TableDescriptor> existing,
            int version) {
        String name = given.path("name").asText();
        Optional<ColumnDescriptor> before = existing.flatMap(table -> table.column(name));
        if (before.isPresent()) {
            if (!before.get().type().keyword().equals(given.path("type").asText())) {
                throw TableProblems.conflict("column '" + name + "' has type " + before.get().type()
                        + "; the type of a column cannot be changed");
            }
            return;
        }
        if (existing.isEmpty() && columns.containsKey(name)) {
            throw TableProblems.malformed("column '" + name + "' is there twice");
        }
        ObjectNode column = given.deepCopy();
        boolean text = column.path("type").asText().equals("string") && !column.path("jsonText").asBoolean();
        if (text && !column.has("search")) {
            column.putArray("search").add(SearchFeature.LC.keyword()).add(SearchFeature.TERMS.keyword());
        }
        column.put("since", version);
        columns.put(name, column);
    }

    private static void check(TableDescriptor table) {
        Set<String> names = new HashSet<>();
        int promoted = 0;
        for (ColumnDescriptor column : table.columns()) {
            if (!COLUMN_NAME.matcher(column.name()).matches()) {
                throw TableProblems.malformed("'" + column.name() + "' is not a column name: a letter or underscore, "
                        + "then at most 99 letters, digits and underscores");
            }
            if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
                throw TableProblems.malformed("two columns are called '" + column.name() + "', but for case");
            }
            promoted += column.promote().size();
        }
        List<String> problems = new ArrayList<>();
        if (table.columns().size() > MAX_COLUMNS) {
            problems.add("a table has at most " + MAX_COLUMNS + " columns");
        }
        if (promoted > MAX_PROMOTED) {
            problems.add("a table has at most " + MAX_PROMOTED + " promoted paths");
        }
        if (table.retentionDays() > MAX_RETENTION_DAYS) {
            problems.add("retention is at most " + MAX_RETENTION_DAYS + " days");
        }
        if (!problems.isEmpty()) {
            throw TableProblems.malformed(String.join("; ", problems));
        }
    }

    private static Map<String, ScalarType> standard() {
        Map<String, ScalarType> columns = new LinkedHashMap<>();
        columns.put("TimeGenerated", ScalarType.DATETIME);
        columns.put("TenantId", ScalarType.STRING);
        columns.put("Type", ScalarType.STRING);
        return columns;
    }
}

package dev.harrier.search;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.harrier.catalog.ColumnDescriptor;
import dev.harrier.catalog.ColumnField;
import dev.harrier.catalog.PromotedPath;
import dev.harrier.catalog.Row;
import dev.harrier.catalog.StoredFields;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.kql.type.ScalarType;

/**
 * A row as it is stored.
 *
 * @param ingested the moment of taking in, as stored; no two documents of one process share it
 * @param source the document as UTF-8 JSON
 */
public record StoredDocument(TableDescriptor table, String index, String id, String ingested, byte[] source) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Times that 64 bits of nanoseconds hold, as the first and last text of their ISO form. */
    private static final String FIRST_NANOS = "1970-01-01T00:00:00.0000000Z";
    private static final String LAST_NANOS = "2262-04-11T23:47:16.8547758Z";

    /**
     * Completes the row's values with what is indexed beside them.
     *
     * @param ingested the moment of taking in, in the form of a datetime column
     * @throws JsonProcessingException if a text of the row is not Unicode
     */
    public static StoredDocument of(Row row, String workspace, Instant now, String ingested)
            throws JsonProcessingException {
        ObjectNode document = row.values();
        Set<String> odd = new TreeSet<>();
        ObjectNode promoted = document.objectNode();
        for (ColumnDescriptor column : row.table().columns()) {
            JsonNode value = document.get(column.name());
            if (value == null) {
                continue;
            }
            addOdd(row.table().field(column.name()).orElseThrow(), value, odd);
            JsonNode tree = column.jsonText() ? row.trees().get(column.name()) : value;
            for (PromotedPath path : column.promote()) {
                if (tree != null && !promote(promoted, column.name(), path, tree)) {
                    odd.add(path.field(column.name()));
                }
            }
        }
        if (!document.has(row.table().timeColumn())) {
            document.put(row.table().timeColumn(), ingested);
        }
        document.put(StoredFields.INGESTED, ingested);
        if (!promoted.isEmpty()) {
            document.set(StoredFields.PROMOTED, promoted);
        }
        if (!odd.isEmpty()) {
            ArrayNode names = document.putArray(StoredFields.ODD);
            odd.forEach(names::add);
        }
        if (!row.extra().isEmpty()) {
            document.set(StoredFields.EXTRA, row.extra());
        }
        return new StoredDocument(row.table(), IndexNames.of(workspace, row.table(), row.eventTicks(), now), row.id(),
                ingested, MAPPER.writeValueAsBytes(document));
    }

    /** Adds the fields of this column that are not what the language would compute from the value. */
    private static void addOdd(ColumnField column, JsonNode value, Set<String> odd) {
        switch (column.type()) {
            case STRING -> {
                if (!column.jsonText()) {
                    addOddText(column, value.textValue(), odd);
                }
            }
            case DATETIME -> {
                String text = value.textValue();
                if (text.compareTo(FIRST_NANOS) < 0 || text.compareTo(LAST_NANOS) > 0) {
                    odd.add(column.column());
                }
            }
            case BOOL, INT, LONG, REAL, DECIMAL, GUID, TIMESPAN, DYNAMIC -> {
                // Ingest lets only such values pass that the field holds.
            }
        }
    }

    private static void addOddText(ColumnField column, String text, Set<String> odd) {
        if (text.length() > StoredFields.IGNORE_ABOVE) {
            odd.add(column.column());
        }
        column.address().filter(field -> !Addresses.isCanonical(text)).ifPresent(odd::add);
        if (IndexedText.isPlain(text)) {
            return;
        }
        boolean folds = IndexedText.foldsAsIndexed(text);
        column.lowerCase().filter(field -> !folds).ifPresent(odd::add);
        column.wildcard().filter(field -> !folds).ifPresent(odd::add);
        column.terms().filter(field -> !folds || !IndexedText.splitsAsIndexed(text)).ifPresent(odd::add);
    }

    /** Adds the path's values; false when the shape is not the promised one, so that the index is incomplete. */
    private static boolean promote(ObjectNode promoted, String column, PromotedPath path, JsonNode tree) {
        if (!path.each()) {
            return !tree.isArray() && put(promoted, column, path, tree, false);
        }
        if (!tree.isArray()) {
            return tree.isTextual() || tree.isNull();
        }
        boolean complete = true;
        for (JsonNode element : tree) {
            complete &= !element.isObject() || put(promoted, column, path, element, true);
        }
        return complete;
    }

    private static boolean put(ObjectNode promoted, String column, PromotedPath path, JsonNode from, boolean many) {
        JsonNode value = from;
        for (String segment : path.segments()) {
            if (value.isArray()) {
                return false;
            }
            value = value.path(segment);
        }
        if (value.isMissingNode() || value.isNull()) {
            return true;
        }
        if (!fits(path.type(), value)) {
            return false;
        }
        ObjectNode level = promoted.withObjectProperty(column);
        for (String segment : path.segments().subList(0, path.segments().size() - 1)) {
            level = level.withObjectProperty(segment);
        }
        JsonNode stored = path.type() == ScalarType.REAL ? level.numberNode(value.doubleValue()) : value;
        if (many) {
            level.withArrayProperty(path.segments().getLast()).add(stored);
        } else {
            level.set(path.segments().getLast(), stored);
        }
        return true;
    }

    private static boolean fits(ScalarType type, JsonNode value) {
        return switch (type) {
            case STRING -> value.isTextual() && value.textValue().length() <= StoredFields.IGNORE_ABOVE;
            case LONG -> value.isIntegralNumber() && value.canConvertToLong();
            case REAL -> value.isNumber() && Double.isFinite(value.doubleValue());
            case BOOL -> value.isBoolean();
            case INT, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC -> false;
        };
    }
}

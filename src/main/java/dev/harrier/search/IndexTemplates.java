package dev.harrier.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.harrier.catalog.ColumnDescriptor;
import dev.harrier.catalog.PromotedPath;
import dev.harrier.catalog.SearchFeature;
import dev.harrier.catalog.StoredFields;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.kql.type.ScalarType;

/**
 * Settings and mappings of an index, made from the table's descriptor. Which version of the descriptor an index was made
 * from is kept in its {@code _meta}.
 */
public final class IndexTemplates {
    /** Keys of the mapping's {@code _meta}. */
    public static final String META_TABLE = "table";
    public static final String META_VERSION = "template_version";

    /** Grows when the rules below change, whatever the table; counted into the version of every index. */
    private static final int RULES_VERSION = 1;
    private static final String META_RULES = "rules_version";
    private static final String LOWER_CASE_NORMALIZER = "kql_lc";
    private static final String TERMS_ANALYZER = "kql_terms";
    private static final String TERMS_TOKENIZER = "kql_tok";

    private IndexTemplates() {}

    /** The body that creates an index of this table. */
    public static ObjectNode create(TableDescriptor table) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        settings(body.putObject("settings"), table);
        body.set("mappings", mappings(table));
        return body;
    }

    /** The mappings alone: to give an existing index the columns that a table has gained. */
    public static ObjectNode mappings(TableDescriptor table) {
        ObjectNode mappings = JsonNodeFactory.instance.objectNode();
        // An unknown field stays in _source; a strict mapping would lose the whole event.
        mappings.put("dynamic", false);
        mappings.putObject("_meta").put(META_TABLE, table.name()).put(META_VERSION, table.version()).put(META_RULES,
                RULES_VERSION);
        ObjectNode properties = mappings.putObject("properties");
        properties.putObject(StoredFields.INGESTED).put("type", "date_nanos");
        properties.putObject(StoredFields.ODD).put("type", "keyword");
        properties.putObject(StoredFields.EXTRA).put("type", "object").put("enabled", false);
        for (ColumnDescriptor column : table.columns()) {
            if (column.isJson()) {
                column.promote().forEach(path -> promote(properties, column, path));
            } else {
                properties.set(column.name(), field(column));
            }
        }
        return mappings;
    }

    private static void settings(ObjectNode settings, TableDescriptor table) {
        ObjectNode index = settings.putObject("index");
        index.put("number_of_shards", 1).put("codec", "best_compression").put("refresh_interval", "5s")
                .put("max_result_window", 100_000);
        // On one node the replica is not assigned; in a cluster it is.
        index.put("auto_expand_replicas", "0-1");
        // What was acknowledged survives a kill.
        index.putObject("translog").put("durability", "request");
        int promoted = table.columns().stream().mapToInt(column -> column.promote().size()).sum();
        index.putObject("mapping").putObject("total_fields").put("limit", 400 + 4 * table.columns().size() + promoted);
        ObjectNode analysis = settings.putObject("analysis");
        ObjectNode normalizer = analysis.putObject("normalizer").putObject(LOWER_CASE_NORMALIZER);
        normalizer.put("type", "custom").putArray("filter").add("lowercase");
        ObjectNode tokenizer = analysis.putObject("tokenizer").putObject(TERMS_TOKENIZER);
        tokenizer.put("type", "char_group").put("max_token_length", StoredFields.IGNORE_ABOVE)
                .putArray("tokenize_on_chars").add("whitespace").add("punctuation").add("symbol");
        ObjectNode analyzer = analysis.putObject("analyzer").putObject(TERMS_ANALYZER);
        analyzer.put("type", "custom").put("tokenizer", TERMS_TOKENIZER).putArray("filter").add("lowercase");
    }

    private static ObjectNode field(ColumnDescriptor column) {
        ObjectNode field = scalar(column.type());
        if (column.type() == ScalarType.DATETIME) {
            // A time that nanoseconds cannot hold is marked odd, not refused.
            field.put("ignore_malformed", true);
        }
        ObjectNode sub = JsonNodeFactory.instance.objectNode();
        if (column.search().contains(SearchFeature.LC)) {
            sub.putObject(StoredFields.LOWER_CASE).put("type", "keyword").put("normalizer", LOWER_CASE_NORMALIZER)
                    .put("ignore_above", StoredFields.IGNORE_ABOVE);
        }
        if (column.search().contains(SearchFeature.TERMS)) {
            sub.putObject(StoredFields.TERMS).put("type", "text").put("analyzer", TERMS_ANALYZER).put("norms", false)
                    .put("index_options", "docs");
        }
        if (column.search().contains(SearchFeature.IP)) {
            sub.putObject(StoredFields.ADDRESS).put("type", "ip").put("ignore_malformed", true);
        }
        if (column.search().contains(SearchFeature.WILDCARD)) {
            sub.putObject(StoredFields.WILDCARD).put("type", "wildcard").put("normalizer", LOWER_CASE_NORMALIZER)
                    .put("ignore_above", StoredFields.IGNORE_ABOVE);
        }
        if (!sub.isEmpty()) {
            field.set("fields", sub);
        }
        return field;
    }

    private static ObjectNode scalar(ScalarType type) {
        ObjectNode field = JsonNodeFactory.instance.objectNode();
        return switch (type) {
            case STRING, DECIMAL, GUID -> field.put("type", "keyword").put("ignore_above", StoredFields.IGNORE_ABOVE);
            case DATETIME -> field.put("type", "date_nanos");
            case LONG, TIMESPAN -> field.put("type", "long");
            case INT -> field.put("type", "integer");
            case REAL -> field.put("type", "double");
            case BOOL -> field.put("type", "boolean");
            case DYNAMIC -> throw new IllegalArgumentException("a dynamic column has no field");
        };
    }

    private static void promote(ObjectNode properties, ColumnDescriptor column, PromotedPath path) {
        ObjectNode level = level(level(properties, StoredFields.PROMOTED), column.name());
        for (String segment : path.segments().subList(0, path.segments().size() - 1)) {
            level = level(level, segment);
        }
        level.set(path.segments().getLast(), scalar(path.type()));
    }

    private static ObjectNode level(ObjectNode properties, String name) {
        ObjectNode field = properties.withObjectProperty(name);
        field.put("dynamic", false);
        return field.withObjectProperty("properties");
    }
}

package dev.harrier.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.catalog.ColumnField;
import dev.harrier.catalog.PromotedPath;
import dev.harrier.catalog.StoredFields;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.kql.page.MemoryBudget;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks for a table's facts when they are wanted and keeps them for a moment, so that one query is planned and run upon
 * the same facts. They change only when an index is refreshed.
 */
final class TableFactsCache {
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ESTIMATE_KEPT = Duration.ofMinutes(10);
    private static final int ESTIMATE_PRECISION = 1000;
    private static final int MOST_COLUMNS = 1000;
    private final SearchTransport transport;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    private final Map<String, Cardinality> cardinalities = new ConcurrentHashMap<>();

    /** By index and field, until when an answer with all values is not worth asking for. */
    private final Map<String, Long> manyValues = new ConcurrentHashMap<>();

    private record Cardinality(long values, long until) {}

    private record Entry(TableFacts facts, TableDescriptor descriptor, long until) {}

    TableFactsCache(SearchTransport transport) {
        this.transport = transport;
    }

    /** About how many values a field has; asked for now and then, since it decides about nothing but cost. */
    long values(SearchTable table, String field) {
        return cardinalities.compute(table.indices() + '/' + field,
                (key, known) -> known != null && System.nanoTime() - known.until() < 0
                        ? known
                        : new Cardinality(count(table, field), System.nanoTime() + ESTIMATE_KEPT.toNanos()))
                .values();
    }

    /** Whether one answer may hold all values of a field; it is forgotten now and then that it could not. */
    boolean mayListValues(SearchTable table, String field) {
        Long until = manyValues.get(table.indices() + '/' + field);
        return until == null || System.nanoTime() - until >= 0;
    }

    void hasManyValues(SearchTable table, String field) {
        manyValues.put(table.indices() + '/' + field, System.nanoTime() + ESTIMATE_KEPT.toNanos());
    }

    private long count(SearchTable table, String field) {
        ObjectNode body = Dsl.object().put("size", 0);
        body.set("aggs", Dsl.wrap("values", Dsl.wrap("cardinality",
                Dsl.object().put("field", field).put("precision_threshold", ESTIMATE_PRECISION))));
        return search(table, body).path("aggregations").path("values").path("value").asLong();
    }

    private JsonNode search(SearchTable table, ObjectNode body) {
        QueryContext context = new QueryContext(0, 0, new MemoryBudget(Long.MAX_VALUE), PATIENCE, 1);
        return transport.tree("POST",
                "/" + table.indices() + "/_search?ignore_unavailable=true&request_cache=true", body, context);
    }

    TableFacts of(SearchTable table) {
        return entries.compute(table.indices(), (indices, known) -> {
            boolean fresh = known != null && known.descriptor() == table.descriptor()
                    && System.nanoTime() - known.until() < 0;
            return fresh ? known : new Entry(ask(table), table.descriptor(), System.nanoTime() + KEPT.toNanos());
        }).facts();
    }

    private TableFacts ask(SearchTable table) {
        List<String> numbers = wholeNumbers(table.descriptor());
        ObjectNode aggregations = Dsl.object();
        aggregations.set("odd", Dsl.wrap("terms",
                Dsl.object().put("field", StoredFields.ODD).put("size", MOST_COLUMNS)));
        for (String field : numbers) {
            aggregations.set("min:" + field, Dsl.wrap("min", Dsl.object().put("field", field)));
            aggregations.set("max:" + field, Dsl.wrap("max", Dsl.object().put("field", field)));
        }
        ObjectNode body = Dsl.object().put("size", 0).put("track_total_hits", true);
        body.set("aggs", aggregations);
        JsonNode answer = search(table, body);
        JsonNode found = answer.path("aggregations");
        Set<String> odd = new HashSet<>();
        found.path("odd").path("buckets").forEach(bucket -> odd.add(bucket.path("key").asText()));
        Map<String, Double> magnitudes = new HashMap<>();
        for (String field : numbers) {
            double least = found.path("min:" + field).path("value").asDouble(0);
            double most = found.path("max:" + field).path("value").asDouble(0);
            magnitudes.put(field, Math.max(Math.abs(least), Math.abs(most)));
        }
        return new TableFacts(answer.path("hits").path("total").path("value").asLong(), odd, magnitudes);
    }

    private static List<String> wholeNumbers(TableDescriptor table) {
        List<String> fields = new ArrayList<>();
        for (Column column : table.schema().columns()) {
            ColumnField field = table.field(column.name()).orElseThrow();
            if (field.isIndexed() && isWhole(column.type())) {
                fields.add(field.field());
            }
            for (PromotedPath path : field.promoted()) {
                if (isWhole(path.type()) && !path.each()) {
                    fields.add(path.field(column.name()));
                }
            }
        }
        return fields;
    }

    private static boolean isWhole(ScalarType type) {
        return type == ScalarType.LONG || type == ScalarType.INT || type == ScalarType.TIMESPAN;
    }
}

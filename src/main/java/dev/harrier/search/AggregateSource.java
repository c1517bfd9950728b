package dev.harrier.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.table.GroupKey;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Runs the requests of an aggregation and puts the groups together. */
final class AggregateSource implements PageSource {
    private static final long BYTES_PER_GROUP = 128;
    private final SearchTransport transport;
    private final SearchTable table;
    private final AggregateRequest request;
    private final ObjectNode query;
    private final QueryContext context;
    private final TableFactsCache cache;
    private final Map<List<Object>, GroupState[]> groups = new LinkedHashMap<>();
    private Iterator<Map.Entry<List<Object>, GroupState[]>> remaining;
    private long charged;

    AggregateSource(SearchTransport transport, SearchTable table, AggregateRequest request, ObjectNode query,
            QueryContext context, TableFactsCache cache) {
        this.transport = transport;
        this.table = table;
        this.request = request;
        this.query = query;
        this.context = context;
        this.cache = cache;
    }

    @Override
    public Schema schema() {
        return request.scan().schema();
    }

    @Override
    public Page next() {
        if (remaining == null) {
            collect();
            remaining = groups.entrySet().iterator();
        }
        context.check();
        return remaining.hasNext() ? page() : null;
    }

    private void collect() {
        if (request.scan().keys().isEmpty()) {
            states(List.of());
        }
        if (request.hasMain()) {
            collectMain();
        }
        for (int i = 0; i < request.metrics().size(); i++) {
            if (request.metrics().get(i).isPairs()) {
                collectPairs(i);
            }
        }
    }

    private void collectMain() {
        Optional<String> key = request.oneKey();
        if (key.isEmpty() || !collectTerms(key.get(), request.mainByTerms(query, key.get()),
                (value, bucket) -> takeMain(List.of(value), bucket.path("doc_count").asLong(), bucket))) {
            collectMainPages();
        }
    }

    /**
     * Takes every value of a field with its bucket.
     *
     * @return whether the index could show them all; if not, nothing was taken
     */
    private boolean collectTerms(String field, ObjectNode body, BiConsumer<JsonNode, JsonNode> taker) {
        if (!cache.mayListValues(table, field)) {
            return false;
        }
        JsonNode answers = search(body).path("aggregations");
        if (answers.path("groups").path("sum_other_doc_count").asLong(0) != 0) {
            cache.hasManyValues(table, field);
            return false;
        }
        answers.path("groups").path("buckets").forEach(bucket -> taker.accept(bucket.path("key"), bucket));
        JsonNode missing = answers.path("missing");
        if (missing.path("doc_count").asLong() > 0) {
            taker.accept(NullNode.getInstance(), missing);
        }
        return true;
    }

    private void collectMainPages() {
        ObjectNode after = null;
        do {
            JsonNode answer = search(request.main(query, after));
            if (request.scan().keys().isEmpty()) {
                takeMain(List.of(), answer.path("hits").path("total").path("value").asLong(),
                        answer.path("aggregations"));
                return;
            }
            JsonNode page = answer.path("aggregations").path("groups");
            for (JsonNode bucket : page.path("buckets")) {
                takeMain(keys(bucket.path("key")), bucket.path("doc_count").asLong(), bucket);
            }
            after = page.path("after_key") instanceof ObjectNode next ? next : null;
        } while (after != null);
    }

    private void takeMain(List<JsonNode> keys, long rows, JsonNode answers) {
        GroupState[] states = states(key(keys));
        for (int i = 0; i < states.length; i++) {
            if (states[i] instanceof GroupState.FromBucket state) {
                state.take(rows, answers.path("m" + i));
            }
        }
    }

    private void collectPairs(int metric) {
        MetricRequest asked = request.metrics().get(metric);
        Optional<String> only = request.onlyValue(asked);
        if (only.isPresent() && collectTerms(only.get(), request.valuesByTerms(asked, query),
                (value, bucket) -> takePair(metric, List.of(), value, bucket))) {
            chargeStates();
        } else {
            collectPairPages(metric, asked);
        }
    }

    private void takePair(int metric, List<JsonNode> keys, JsonNode value, JsonNode bucket) {
        ((GroupState.FromPairs) states(key(keys))[metric]).take(
                value(value, request.metrics().get(metric).target().stored()), bucket.path("doc_count").asLong());
    }

    private void collectPairPages(int metric, MetricRequest asked) {
        ObjectNode after = null;
        do {
            JsonNode page = search(request.pairs(asked, query, after)).path("aggregations").path("groups");
            for (JsonNode bucket : page.path("buckets")) {
                takePair(metric, keys(bucket.path("key")), bucket.path("key").path("v"), bucket);
            }
            chargeStates();
            after = page.path("after_key") instanceof ObjectNode next ? next : null;
        } while (after != null);
    }

    private JsonNode search(ObjectNode body) {
        JsonNode answer = transport.tree("POST", "/" + table.indices() + "/_search?ignore_unavailable=true", body,
                context);
        if (answer.path("timed_out").asBoolean() || answer.path("_shards").path("failed").asInt() > 0) {
            throw new QueryFailure.StorageFailed("a part of the index did not answer", null);
        }
        return answer;
    }

    private GroupState[] states(List<Object> key) {
        GroupState[] states = groups.get(key);
        if (states == null) {
            states = request.metrics().stream().map(GroupState::of).toArray(GroupState[]::new);
            groups.put(key, states);
            charge(BYTES_PER_GROUP + 64L * states.length);
        }
        return states;
    }

    private void charge(long bytes) {
        context.memory().charge(bytes, "summarize", SourceSpan.NONE);
        charged += bytes;
    }

    private void chargeStates() {
        long bytes = 0;
        for (GroupState[] states : groups.values()) {
            for (GroupState state : states) {
                bytes += state.bytes();
            }
        }
        if (bytes > charged) {
            charge(bytes - charged);
        }
    }

    private List<JsonNode> keys(JsonNode composite) {
        return IntStream.range(0, request.scan().keys().size()).mapToObj(i -> composite.path("k" + i)).toList();
    }

    private List<Object> key(List<JsonNode> nodes) {
        List<GroupKey> keys = request.scan().keys();
        List<Object> values = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            values.add(value(nodes.get(i), keys.get(i).field().type()));
        }
        return values;
    }

    private static Object value(JsonNode node, ScalarType type) {
        if (node.isNull() || node.isMissingNode()) {
            return type == ScalarType.STRING ? "" : null;
        }
        return switch (type) {
            case STRING -> node.asText();
            case LONG, INT, TIMESPAN -> node.asLong();
            // Minus zero is zero to the language, and another bucket to the index.
            case REAL -> node.asDouble() + 0.0;
            case BOOL -> node.isBoolean() ? node.asBoolean() : node.asLong() != 0;
            case DATETIME -> DateTimes.UNIX_EPOCH + node.asLong() * DateTimes.TICKS_PER_MILLISECOND;
            case GUID -> UUID.fromString(node.asText());
            case DECIMAL, DYNAMIC -> throw new IllegalStateException("not a key: " + type);
        };
    }

    private Page page() {
        Schema schema = schema();
        BlockBuilder[] builders = new BlockBuilder[schema.size()];
        for (int i = 0; i < builders.length; i++) {
            builders[i] = BlockBuilder.of(schema.column(i).type(), context.pageSize());
        }
        int rows = 0;
        while (rows < context.pageSize() && remaining.hasNext()) {
            Map.Entry<List<Object>, GroupState[]> group = remaining.next();
            int column = 0;
            for (Object value : group.getKey()) {
                builders[column++].append(value);
            }
            for (GroupState state : group.getValue()) {
                for (Object value : state.results()) {
                    builders[column++].append(value);
                }
            }
            rows++;
        }
        List<Block> blocks = new ArrayList<>(builders.length);
        for (BlockBuilder builder : builders) {
            blocks.add(builder.build());
        }
        return new Page(rows, blocks);
    }

    @Override
    public void close() {
        context.memory().release(charged);
        charged = 0;
        groups.clear();
    }
}

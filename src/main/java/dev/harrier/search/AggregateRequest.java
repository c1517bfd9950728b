package dev.harrier.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.table.GroupKey;
import dev.harrier.kql.table.Measure;
import dev.harrier.kql.table.ScanRequest.AggregateScan;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An aggregation as search requests: one main request for groups and what can be computed inside them, and one request
 * of (group, value) pairs for each measure that is a matter of distinct values.
 *
 * <p>
 * Groups come from composite aggregations in pages as large as allowed: every page reads all rows again, and terms
 * inside terms cost the square of the outer groups.
 */
final class AggregateRequest {
    private static final int LARGE_PAGE = 100_000;
    private static final int PAGE_WITH_HITS = 5_000;
    private static final long TICKS_PER_MILLISECOND = DateTimes.TICKS_PER_MILLISECOND;
    private final AggregateScan scan;
    private final SearchTable table;
    private final TableFacts facts;
    private final List<MetricRequest> metrics;

    private AggregateRequest(AggregateScan scan, TableFacts facts, List<MetricRequest> metrics) {
        this.scan = scan;
        this.table = (SearchTable) scan.table();
        this.facts = facts;
        this.metrics = metrics;
    }

    /** Empty if the index cannot answer all of it exactly. */
    static Optional<AggregateRequest> plan(AggregateScan scan, TableFacts facts) {
        SearchTable table = (SearchTable) scan.table();
        FieldResolver fields = new FieldResolver(table.descriptor(), facts);
        if (!scan.keys().stream().allMatch(key -> isKey(key, fields))) {
            return Optional.empty();
        }
        List<MetricRequest> metrics = new ArrayList<>();
        for (Measure measure : scan.measures()) {
            Optional<MetricRequest> metric = MetricRequest.of(measure, fields);
            if (metric.isEmpty()) {
                return Optional.empty();
            }
            metrics.add(metric.get());
        }
        return Optional.of(new AggregateRequest(scan, facts, metrics));
    }

    private static boolean isKey(GroupKey key, FieldResolver fields) {
        Optional<FieldTarget> target = fields.find(key.field());
        return target.isPresent() && switch (key) {
            case GroupKey.ByBin bin -> target.get().stored() == ScalarType.DATETIME
                    && bin.size() % TICKS_PER_MILLISECOND == 0
                    && bin.offset() % TICKS_PER_MILLISECOND == 0;
            // Composite sources cut date_nanos to milliseconds.
            case GroupKey.ByValue value -> switch (target.get().stored()) {
                case STRING, LONG, INT, BOOL, REAL, GUID, TIMESPAN -> true;
                case DATETIME, DECIMAL, DYNAMIC -> false;
            };
        };
    }

    AggregateScan scan() {
        return scan;
    }

    List<MetricRequest> metrics() {
        return metrics;
    }

    /** Whether a main request is needed: pairs over all rows show every group by themselves. */
    boolean hasMain() {
        return metrics.isEmpty() || metrics.stream()
                .anyMatch(metric -> !metric.isPairs() || !(metric.filter() instanceof Predicate.All));
    }

    /** All requests, first pages, for a reader. */
    List<ObjectNode> bodies(ObjectNode query) {
        List<ObjectNode> bodies = new ArrayList<>();
        if (hasMain()) {
            bodies.add(oneKey().isPresent() ? mainByTerms(query, oneKey().get()) : main(query, null));
        }
        for (MetricRequest metric : metrics) {
            if (metric.isPairs()) {
                bodies.add(onlyValue(metric).isPresent()
                        ? valuesByTerms(metric, query)
                        : pairs(metric, query, null));
            }
        }
        return bodies;
    }

    /**
     * The field whose values are the groups, where a terms aggregation may show them all: it counts by ordinals, where
     * a composite one looks up every row. Not with rows inside the groups, which would be kept for all of them at once.
     */
    Optional<String> oneKey() {
        return scan.keys().size() == 1 && scan.keys().getFirst() instanceof GroupKey.ByValue key
                && isCounted(target(key.field()).stored())
                && metrics.stream().noneMatch(MetricRequest::readsHits)
                        ? Optional.of(target(key.field()).field())
                        : Optional.empty();
    }

    /** The field whose values are all that the measure needs, there being no groups. */
    Optional<String> onlyValue(MetricRequest metric) {
        return metric.isPairs() && scan.keys().isEmpty() && isCounted(metric.target().stored())
                ? Optional.of(metric.target().field())
                : Optional.empty();
    }

    private static boolean isCounted(ScalarType type) {
        return switch (type) {
            case STRING, GUID, LONG, INT, BOOL -> true;
            case REAL, TIMESPAN, DATETIME, DECIMAL, DYNAMIC -> false;
        };
    }

    /** The main request for groups by one field: {@code groups}, and {@code missing} for the rows without a value. */
    ObjectNode mainByTerms(ObjectNode query, String field) {
        return byTerms(query, field, inner());
    }

    ObjectNode valuesByTerms(MetricRequest metric, ObjectNode query) {
        return byTerms(rows(metric, query), metric.target().field(), Dsl.object());
    }

    private ObjectNode byTerms(ObjectNode query, String field, ObjectNode inner) {
        ObjectNode terms = Dsl.object().put("field", field).put("size", pageSize(LARGE_PAGE));
        terms.set("order", Dsl.object().put("_key", "asc"));
        ObjectNode groups = Dsl.wrap("terms", terms);
        ObjectNode missing = Dsl.wrap("missing", Dsl.object().put("field", field));
        if (!inner.isEmpty()) {
            groups.set("aggs", inner);
            missing.set("aggs", inner);
        }
        ObjectNode both = Dsl.wrap("groups", groups);
        both.set("missing", missing);
        return body(query).set("aggs", both);
    }

    private ObjectNode inner() {
        ObjectNode inner = Dsl.object();
        for (int i = 0; i < metrics.size(); i++) {
            int number = i;
            metrics.get(i).aggregation(this::judge).ifPresent(metric -> inner.set("m" + number, metric));
        }
        return inner;
    }

    /** @param after where the previous page ended, or {@code null} */
    ObjectNode main(ObjectNode query, ObjectNode after) {
        ObjectNode inner = inner();
        ObjectNode body = body(query);
        if (scan.keys().isEmpty()) {
            body.set("aggs", inner);
            return body;
        }
        int size = metrics.stream().anyMatch(MetricRequest::readsHits) ? PAGE_WITH_HITS : LARGE_PAGE;
        ObjectNode groups = Dsl.wrap("composite", composite(sources(), pageSize(size), after));
        if (!inner.isEmpty()) {
            groups.set("aggs", inner);
        }
        body.set("aggs", Dsl.wrap("groups", groups));
        return body;
    }

    ObjectNode pairs(MetricRequest metric, ObjectNode query, ObjectNode after) {
        ObjectNode body = body(rows(metric, query));
        ArrayNode sources = sources();
        sources.add(source("v", Dsl.wrap("terms", missing(metric.target().field()))));
        body.set("aggs", Dsl.wrap("groups", Dsl.wrap("composite", composite(sources, pageSize(LARGE_PAGE), after))));
        return body;
    }

    private ObjectNode rows(MetricRequest metric, ObjectNode query) {
        return metric.filter() instanceof Predicate.All
                ? query
                : Dsl.all(List.of(query, judge(metric.filter())));
    }

    private ObjectNode judge(Predicate filter) {
        return new PredicateTranslator(table.descriptor(), facts.oddFields()).translate(filter).query();
    }

    private static ObjectNode body(ObjectNode query) {
        ObjectNode body = Dsl.object().put("size", 0).put("track_total_hits", true);
        return body.set("query", Dsl.all(List.of(query)));
    }

    private static ObjectNode composite(ArrayNode sources, int size, ObjectNode after) {
        ObjectNode composite = Dsl.object().put("size", size);
        composite.set("sources", sources);
        if (after != null) {
            composite.set("after", after);
        }
        return composite;
    }

    /** OpenSearch makes room for a whole page at once, so a small table must not ask for a large one. */
    private int pageSize(int most) {
        return (int) Math.clamp(facts.rows() + 1, 1, most);
    }

    private ArrayNode sources() {
        ArrayNode sources = Dsl.object().putArray("sources");
        for (int i = 0; i < scan.keys().size(); i++) {
            GroupKey key = scan.keys().get(i);
            String field = target(key.field()).field();
            sources.add(source("k" + i, switch (key) {
                case GroupKey.ByValue value -> Dsl.wrap("terms", missing(field));
                case GroupKey.ByBin bin -> Dsl.wrap("date_histogram", histogram(field, bin));
            }));
        }
        return sources;
    }

    private FieldTarget target(FieldRef field) {
        return FieldTarget.of(table.descriptor(), field).orElseThrow();
    }

    private static ObjectNode source(String name, ObjectNode source) {
        return Dsl.wrap(name, source);
    }

    private static ObjectNode missing(String field) {
        return Dsl.object().put("field", field).put("missing_bucket", true);
    }

    /** KQL's bins begin at year 1, OpenSearch's at 1970; the offset brings them together. */
    private static ObjectNode histogram(String field, GroupKey.ByBin bin) {
        long size = bin.size() / TICKS_PER_MILLISECOND;
        long offset = Math.floorMod((bin.offset() - DateTimes.UNIX_EPOCH) / TICKS_PER_MILLISECOND, size);
        return missing(field).put("fixed_interval", size + "ms").put("offset", offset + "ms");
    }
}

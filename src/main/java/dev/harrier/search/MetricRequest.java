package dev.harrier.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.table.Measure;
import dev.harrier.kql.table.ScanColumn;
import dev.harrier.kql.table.SortKey;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How one measure is asked for.
 *
 * @param target the field that it is about, {@code null} for a plain count
 * @param kind how
 * @param reads for an extreme row: the columns to read, the first being what is extreme
 */
record MetricRequest(Measure measure, Kind kind, FieldTarget target, Predicate filter, List<RowRequest.Read> reads) {

    /** The ways to ask. */
    enum Kind {
        /** The number of rows of the group, or of a filter inside it. */
        COUNT,
        /** Count, sum, least and greatest value. */
        STATISTICS,
        /** The first row in an order. */
        FIRST_ROW,
        /** All (group, value) pairs. */
        PAIRS
    }

    boolean isPairs() {
        return kind == Kind.PAIRS;
    }

    boolean readsHits() {
        return kind == Kind.FIRST_ROW;
    }

    static Optional<MetricRequest> of(Measure measure, FieldResolver fields) {
        return switch (measure) {
            case Measure.Count count -> fields.judges(count.filter())
                    ? Optional.of(new MetricRequest(count, Kind.COUNT, null, count.filter(), List.of()))
                    : Optional.empty();
            case Measure.Statistic statistic -> statistic(statistic, fields);
            case Measure.DistinctCount distinct -> pairs(distinct, distinct.field(), distinct.filter(), fields);
            case Measure.ValueSet set -> pairs(set, set.field(), set.filter(), fields);
            case Measure.Percentile percentile -> pairs(percentile, percentile.field(), Predicate.ALL, fields)
                    .filter(metric -> isNumber(metric.target().stored()));
            case Measure.ExtremeRow row -> extremeRow(row, fields);
        };
    }

    private static boolean isNumber(ScalarType type) {
        return type == ScalarType.LONG || type == ScalarType.INT || type == ScalarType.REAL
                || type == ScalarType.TIMESPAN;
    }

    private static Optional<MetricRequest> statistic(Measure.Statistic statistic, FieldResolver fields) {
        Optional<FieldTarget> target = fields.find(statistic.field());
        if (target.isEmpty() || !fields.judges(statistic.filter())) {
            return Optional.empty();
        }
        FieldTarget field = target.get();
        boolean extreme = statistic.kind() == Measure.Statistic.Kind.MIN
                || statistic.kind() == Measure.Statistic.Kind.MAX;
        boolean exact = switch (field.stored()) {
            case REAL -> true;
            case LONG, INT -> extreme
                    ? fields.facts().holdsExactly(field.field())
                    : fields.facts().sumsExactly(field.field());
            case TIMESPAN -> extreme && fields.facts().holdsExactly(field.field());
            case DATETIME -> extreme;
            case STRING, BOOL, GUID, DECIMAL, DYNAMIC -> false;
        };
        if (!exact) {
            return Optional.empty();
        }
        // The least and greatest date_nanos come back in milliseconds: the row itself has all digits.
        boolean byRow = field.stored() == ScalarType.DATETIME;
        ScanColumn column = new ScanColumn(statistic.column().name(), statistic.field());
        return Optional.of(new MetricRequest(statistic, byRow ? Kind.FIRST_ROW : Kind.STATISTICS, field,
                statistic.filter(), byRow ? List.of(new RowRequest.Read(column, target)) : List.of()));
    }

    private static Optional<MetricRequest> pairs(Measure measure, FieldRef reference, Predicate filter,
            FieldResolver fields) {
        return fields.find(reference).filter(target -> isPaired(target.stored()) && fields.judges(filter))
                .map(target -> new MetricRequest(measure, Kind.PAIRS, target, filter, List.of()));
    }

    private static boolean isPaired(ScalarType type) {
        return switch (type) {
            case STRING, LONG, INT, BOOL, REAL, GUID, TIMESPAN -> true;
            case DATETIME, DECIMAL, DYNAMIC -> false;
        };
    }

    private static Optional<MetricRequest> extremeRow(Measure.ExtremeRow row, FieldResolver fields) {
        Optional<FieldTarget> by = fields.find(row.by().source());
        SortKey order = new SortKey(row.by().source(), row.greatest(), false);
        if (by.isEmpty() || !SortRequest.keepsOrder(order, by.get(), fields.facts())) {
            return Optional.empty();
        }
        List<RowRequest.Read> reads = new ArrayList<>();
        reads.add(new RowRequest.Read(row.by(), by));
        for (ScanColumn output : row.outputs()) {
            reads.add(new RowRequest.Read(output, fields.find(output.source())));
            if (!output.source().isColumn() && reads.getLast().isStored()) {
                return Optional.empty();
            }
        }
        return Optional.of(new MetricRequest(row, Kind.FIRST_ROW, by.get(), Predicate.ALL, reads));
    }

    /** The aggregation inside a group; empty where the group itself, or another request, has the answer. */
    Optional<ObjectNode> aggregation(Function<Predicate, ObjectNode> judge) {
        Optional<ObjectNode> inner = switch (kind) {
            case COUNT, PAIRS -> Optional.empty();
            case STATISTICS -> Optional.of(Dsl.wrap("stats", Dsl.object().put("field", target.field())));
            case FIRST_ROW -> Optional.of(Dsl.wrap("top_hits", topHits()));
        };
        if (filter instanceof Predicate.All || isPairs()) {
            return inner;
        }
        ObjectNode filtered = Dsl.wrap("filter", judge.apply(filter));
        inner.ifPresent(aggregation -> filtered.set("aggs", Dsl.wrap("v", aggregation)));
        return Optional.of(filtered);
    }

    private ObjectNode topHits() {
        ObjectNode hits = Dsl.object().put("size", 1);
        hits.putArray("sort").add(SortRequest.of(order(), target));
        ArrayNode source = hits.putArray("_source");
        reads.stream().filter(RowRequest.Read::isStored)
                .forEach(read -> source.add(read.column().source().column()));
        if (source.isEmpty()) {
            hits.put("_source", false);
        }
        ArrayNode fields = hits.putArray("docvalue_fields");
        reads.forEach(read -> read.target().ifPresent(found -> fields.add(RowRequest.docValue(found))));
        return hits;
    }

    private SortKey order() {
        boolean descending = switch (measure) {
            case Measure.ExtremeRow row -> row.greatest();
            case Measure.Statistic statistic -> statistic.kind() == Measure.Statistic.Kind.MAX;
            case Measure.Count count -> false;
            case Measure.DistinctCount distinct -> false;
            case Measure.ValueSet set -> false;
            case Measure.Percentile percentile -> false;
        };
        return new SortKey(reads.getFirst().column().source(), descending, false);
    }
}

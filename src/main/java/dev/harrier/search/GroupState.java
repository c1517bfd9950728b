package dev.harrier.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.kql.expr.DistinctCounter;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.expr.Quantiles;
import dev.harrier.kql.table.Measure;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Values;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of one measure in one group. Two buckets may be one group, a missing string being the empty one, so
 * every state can take in several.
 */
sealed interface GroupState {

    /** The values of the measure's columns. */
    List<Object> results();

    /** Bytes held, estimated. */
    default long bytes() {
        return 64;
    }

    /** A state for the measure that nothing was taken into. */
    static GroupState of(MetricRequest metric) {
        return switch (metric.kind()) {
            case COUNT -> new CountState(metric.filter() instanceof Predicate.All);
            case STATISTICS -> new StatisticState((Measure.Statistic) metric.measure());
            case FIRST_ROW -> new FirstRowState(metric);
            case PAIRS -> switch (metric.measure()) {
                case Measure.DistinctCount distinct -> new DistinctState(new DistinctCounter(distinct.accuracy()));
                case Measure.ValueSet set -> new SetState(metric.target().stored(), set.limit());
                case Measure.Percentile percentile -> new PercentileState(
                        new Quantiles(metric.target().stored()), percentile.percent());
                case Measure.Count count -> throw new IllegalStateException();
                case Measure.Statistic statistic -> throw new IllegalStateException();
                case Measure.ExtremeRow row -> throw new IllegalStateException();
            };
        };
    }

    /** A state that is fed from a bucket of the main request. */
    sealed interface FromBucket extends GroupState {
        /** @param answer the metric's own part of the bucket, missing if it has none */
        void take(long rows, JsonNode answer);
    }

    /** A state that is fed from pairs. */
    sealed interface FromPairs extends GroupState {
        void take(Object value, long rows);
    }

    /** {@code count}. */
    final class CountState implements FromBucket {
        private final boolean everyRow;
        private long count;

        CountState(boolean everyRow) {
            this.everyRow = everyRow;
        }

        @Override
        public void take(long rows, JsonNode answer) {
            count += everyRow ? rows : answer.path("doc_count").asLong();
        }

        @Override
        public List<Object> results() {
            return List.of(count);
        }
    }

    /** {@code sum}, {@code min}, {@code max}, {@code avg}. */
    final class StatisticState implements FromBucket {
        private final Measure.Statistic statistic;
        private long count;
        private double sum;
        private double least = Double.POSITIVE_INFINITY;
        private double most = Double.NEGATIVE_INFINITY;

        StatisticState(Measure.Statistic statistic) {
            this.statistic = statistic;
        }

        @Override
        public void take(long rows, JsonNode answer) {
            JsonNode stats = answer.has("v") ? answer.path("v") : answer;
            long values = stats.path("count").asLong();
            if (values > 0) {
                count += values;
                sum += stats.path("sum").asDouble();
                least = Math.min(least, stats.path("min").asDouble());
                most = Math.max(most, stats.path("max").asDouble());
            }
        }

        @Override
        public List<Object> results() {
            List<Object> results = new ArrayList<>();
            results.add(switch (statistic.kind()) {
                case SUM -> typed(sum);
                case AVG -> count == 0 ? (Object) Double.NaN : (Object) (sum / count);
                case MIN -> count == 0 ? null : typed(least);
                case MAX -> count == 0 ? null : typed(most);
            });
            return results;
        }

        private Object typed(double value) {
            return statistic.column().type() == ScalarType.REAL ? (Object) value : (Object) (long) value;
        }
    }

    /** {@code arg_max}, {@code arg_min}, and extremes of points in time. */
    final class FirstRowState implements FromBucket {
        private final MetricRequest metric;
        private Object[] best;

        FirstRowState(MetricRequest metric) {
            this.metric = metric;
        }

        @Override
        public void take(long rows, JsonNode answer) {
            JsonNode hits = (answer.has("v") ? answer.path("v") : answer).path("hits").path("hits");
            if (!hits.isEmpty()) {
                Object[] row = HitValues.of(hits.get(0), metric.reads());
                best = best == null || isBetter(row[0], best[0]) ? row : best;
            }
        }

        private boolean isBetter(Object candidate, Object current) {
            if (candidate == null || current == null) {
                return current == null;
            }
            int order = Values.compare(metric.reads().getFirst().column().source().type(), candidate, current);
            boolean greatest = switch (metric.measure()) {
                case Measure.ExtremeRow row -> row.greatest();
                case Measure.Statistic statistic -> statistic.kind() == Measure.Statistic.Kind.MAX;
                default -> false;
            };
            return greatest ? order > 0 : order < 0;
        }

        @Override
        public List<Object> results() {
            return java.util.Arrays.asList(best == null ? new Object[metric.reads().size()] : best);
        }
    }

    /** {@code dcount}. */
    record DistinctState(DistinctCounter counter) implements FromPairs {
        @Override
        public void take(Object value, long rows) {
            counter.add(value);
        }

        @Override
        public List<Object> results() {
            return List.of(counter.count());
        }

        @Override
        public long bytes() {
            return counter.bytes();
        }
    }

    /** {@code percentile}. */
    record PercentileState(Quantiles quantiles, double percent) implements FromPairs {
        @Override
        public void take(Object value, long rows) {
            quantiles.add(value, rows);
        }

        @Override
        public List<Object> results() {
            List<Object> results = new ArrayList<>();
            results.add(quantiles.at(percent));
            return results;
        }

        @Override
        public long bytes() {
            return quantiles.bytes();
        }
    }

    /** {@code make_set}. */
    final class SetState implements FromPairs {
        private final ScalarType type;
        private final long limit;
        private final Set<Dynamic> values = new LinkedHashSet<>();
        private long bytes = 64;

        SetState(ScalarType type, long limit) {
            this.type = type;
            this.limit = limit;
        }

        @Override
        public void take(Object value, long rows) {
            if (value != null && values.size() < limit && values.add(Dynamics.of(type, value))) {
                bytes += 64 + (value instanceof String text ? text.length() : 0);
            }
        }

        @Override
        public List<Object> results() {
            return List.of(new Dynamic.Array(List.copyOf(values)));
        }

        @Override
        public long bytes() {
            return bytes;
        }
    }
}

package dev.harrier.kql.function;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Takes series apart into what repeats, where they tend, and the rest: {@code series_decompose} and its kin, each as a bag
 * of the columns that it yields.
 */
final class SeriesDecomposition {
    private static final int SHORTEST_PERIOD = 4;
    private static final double DEFAULT_PERIOD_SCORE = 0.6;
    private static final double DEFAULT_ANOMALY = 1.5;

    private SeriesDecomposition() {}

    /** {@code series_decompose(series, seasonality, trend, test_points, seasonality_threshold)}. */
    static ScalarFunction decompose() {
        return function("series_decompose", arguments -> {
            double[] series = SeriesNumbers.of(arguments[0]);
            return series == null
                    ? null
                    : parts(series, whole(arguments, 1, -1), text(arguments, 2, "avg"), (int) whole(arguments, 3, 0),
                            real(arguments, 4, DEFAULT_PERIOD_SCORE)).bag();
        });
    }

    /** {@code series_decompose_anomalies(series, threshold, seasonality, trend, test_points, method, score)}. */
    static ScalarFunction anomalies() {
        return function("series_decompose_anomalies", arguments -> {
            double[] series = SeriesNumbers.of(arguments[0]);
            if (series == null) {
                return null;
            }
            int testPoints = (int) whole(arguments, 4, 0);
            Parts parts = parts(series, whole(arguments, 2, -1), text(arguments, 3, "avg"), testPoints,
                    real(arguments, 6, DEFAULT_PERIOD_SCORE));
            boolean tukey = text(arguments, 5, "ctukey").equals("tukey");
            int learned = Math.max(0, series.length - testPoints);
            double[] scores = fences(parts.residual(), learned, tukey ? 25 : 10, tukey ? 75 : 90);
            double threshold = real(arguments, 1, DEFAULT_ANOMALY);
            double[] flags = Arrays.stream(scores).map(score -> Math.abs(score) > threshold ? Math.signum(score) : 0)
                    .toArray();
            Map<String, Dynamic> bag = new LinkedHashMap<>();
            bag.put("ad_flag", wholes(flags));
            bag.put("ad_score", SeriesNumbers.array(scores));
            bag.put("baseline", SeriesNumbers.array(parts.baseline()));
            return new Dynamic.Bag(bag);
        });
    }

    private static ScalarFunction function(String name, Function<Object[], Dynamic> read) {
        Kernel.PerValue kernel = arguments -> arguments[0] == null ? null : read.apply(arguments);
        return ScalarFunction.named(name)
                .signature(List.of(Parameter.any("argument").repeated()), ResultType.always(ScalarType.DYNAMIC),
                        NullRule.HANDLED, site -> kernel)
                .build();
    }

    private static Dynamic wholes(double[] numbers) {
        return new Dynamic.Array(
                Arrays.stream(numbers).mapToObj(number -> (Dynamic) new Dynamic.Int((long) number)).toList());
    }

    /** The components of a series, each as long as the series. */
    private record Parts(double[] baseline, double[] seasonal, double[] trend, double[] residual) {
        Dynamic bag() {
            Map<String, Dynamic> bag = new LinkedHashMap<>();
            bag.put("baseline", SeriesNumbers.array(baseline));
            bag.put("seasonal", SeriesNumbers.array(seasonal));
            bag.put("trend", SeriesNumbers.array(trend));
            bag.put("residual", SeriesNumbers.array(residual));
            return new Dynamic.Bag(bag);
        }
    }

    private static Parts parts(double[] series, long seasonality, String trendKind, int testPoints, double leastScore) {
        int count = series.length;
        int learned = Math.clamp(count - (long) testPoints, 0, count);
        int period = seasonality >= 0
                ? (int) Math.min(seasonality, Integer.MAX_VALUE)
                : period(Arrays.copyOf(series, learned), leastScore);
        double[] seasonal = period > 0 && period < learned ? seasonal(series, learned, period) : new double[count];
        double[] rest = new double[count];
        Arrays.setAll(rest, i -> series[i] - seasonal[i]);
        double[] trend = trend(rest, learned, trendKind);
        double[] baseline = new double[count];
        double[] residual = new double[count];
        for (int i = 0; i < count; i++) {
            baseline[i] = seasonal[i] + trend[i];
            residual[i] = series[i] - baseline[i];
        }
        return new Parts(baseline, seasonal, trend, residual);
    }

    /** The median of the points of the same phase. */
    private static double[] seasonal(double[] series, int learned, int period) {
        double[] medians = new double[period];
        for (int phase = 0; phase < period; phase++) {
            double[] same = new double[(learned - phase + period - 1) / period];
            for (int i = 0; i < same.length; i++) {
                same[i] = series[phase + i * period];
            }
            Arrays.sort(same);
            medians[phase] = percentile(same, 50);
        }
        double[] seasonal = new double[series.length];
        Arrays.setAll(seasonal, i -> medians[i % period]);
        return seasonal;
    }

    private static double[] trend(double[] rest, int learned, String kind) {
        double[] trend = new double[rest.length];
        if (kind.equals("none") || learned == 0) {
            return trend;
        }
        double mean = SeriesNumbers.sum(Arrays.copyOf(rest, learned)) / learned;
        double middle = (learned - 1) / 2.0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < learned; i++) {
            products += (i - middle) * (rest[i] - mean);
            squares += (i - middle) * (i - middle);
        }
        double slope = kind.equals("linefit") && squares > 0 ? products / squares : 0;
        Arrays.setAll(trend, i -> mean + slope * (i - middle));
        return trend;
    }

    /** The shortest period at which the series is about as like itself as at any; 0 if it is not like itself enough. */
    static int period(double[] series, double leastScore) {
        int longest = series.length / 2;
        double[] scores = new double[longest + 2];
        double best = 0;
        for (int lag = 1; lag <= Math.min(longest + 1, series.length - 2); lag++) {
            scores[lag] = likeness(series, lag);
        }
        for (int lag = SHORTEST_PERIOD; lag <= longest; lag++) {
            best = isPeak(scores, lag) ? Math.max(best, scores[lag]) : best;
        }
        for (int lag = SHORTEST_PERIOD; lag <= longest && best >= leastScore; lag++) {
            if (isPeak(scores, lag) && scores[lag] >= 0.95 * best && scores[lag] >= leastScore) {
                return lag;
            }
        }
        return 0;
    }

    private static boolean isPeak(double[] scores, int lag) {
        return scores[lag] > scores[lag - 1] && scores[lag] >= scores[lag + 1];
    }

    private static double likeness(double[] series, int lag) {
        int count = series.length - lag;
        double first = 0;
        double second = 0;
        for (int i = 0; i < count; i++) {
            first += series[i];
            second += series[i + lag];
        }
        double products = 0;
        double firstSquares = 0;
        double secondSquares = 0;
        for (int i = 0; i < count; i++) {
            double left = series[i] - first / count;
            double right = series[i + lag] - second / count;
            products += left * right;
            firstSquares += left * left;
            secondSquares += right * right;
        }
        double scale = Math.sqrt(firstSquares * secondSquares);
        return scale == 0 ? 0 : products / scale;
    }

    /** How far outside of the range between two percentiles each point lies, in units of that range. */
    private static double[] fences(double[] values, int learned, double low, double high) {
        double[] sorted = Arrays.copyOf(values, learned);
        Arrays.sort(sorted);
        double[] scores = new double[values.length];
        if (learned == 0) {
            return scores;
        }
        double bottom = percentile(sorted, low);
        double top = percentile(sorted, high);
        for (int i = 0; i < values.length; i++) {
            double outside = values[i] > top ? values[i] - top : Math.min(0, values[i] - bottom);
            scores[i] = outside == 0 ? 0 : outside / (top - bottom);
        }
        return scores;
    }

    private static double percentile(double[] sorted, double percent) {
        double rank = percent / 100 * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    private static long whole(Object[] arguments, int position, long otherwise) {
        return position < arguments.length && arguments[position] instanceof Number number
                ? number.longValue()
                : otherwise;
    }

    private static double real(Object[] arguments, int position, double otherwise) {
        return position < arguments.length && arguments[position] instanceof Number number
                ? number.doubleValue()
                : otherwise;
    }

    private static String text(Object[] arguments, int position, String otherwise) {
        return position < arguments.length && arguments[position] instanceof String text ? text : otherwise;
    }
}

package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Series as season, trend and rest, and what stands out of the rest. Null of what is no array of numbers. */
final class SeriesDecompositionFunctions {
    private static final Parameter SERIES = Parameter.of("series", DYNAMIC);
    private static final Parameter SEASONALITY = Parameter.of("seasonality", LONG).optional();
    private static final Parameter TREND = Parameter.of("trend", STRING).optional();
    private static final Parameter TEST_POINTS = Parameter.of("test_points", LONG).optional();
    private static final Parameter SCORE = Parameter.of("seasonality_threshold", REAL).optional();
    private static final Function<String, Optional<String>> TREND_CHECK = oneOf("trend", "avg", "linefit", "none");
    private static final Function<String, Optional<String>> METHOD_CHECK = oneOf("method", "ctukey", "tukey");
    private static final double LIKELY = 0.6;
    private static final double SEASONAL_LIKELY = 0.7;
    private static final double FENCE = 1.5;

    private static final String PERIODS = "periods and scores are found by a measure of Harrier's own, which may differ a"
            + " little from that of Kusto";
    private static final String SCORES = "scores are distances from interpolated percentiles, which may differ a little"
            + " from those of Kusto";

    private SeriesDecompositionFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(decompose(), anomalies(), forecast(), seasonal(), outliers());
    }

    private static Function<String, Optional<String>> oneOf(String what, String... known) {
        return text -> List.of(known).contains(text)
                ? Optional.empty()
                : Optional.of("'" + text + "' is no " + what + "; it is one of " + String.join(", ", known));
    }

    /** The parts of a series; each as long as it. */
    private record Parts(double[] baseline, double[] seasonal, double[] trend, double[] residual) {
        List<Dynamic> arrays() {
            return List.of(SeriesNumbers.array(baseline), SeriesNumbers.array(seasonal), SeriesNumbers.array(trend),
                    SeriesNumbers.array(residual));
        }
    }

    private static ScalarFunction decompose() {
        return ScalarFunction.named("series_decompose").estimate(PERIODS)
                .summary("A series as baseline, seasonal, trend and residual. The season is the median of each place of"
                        + " a period, which is looked for if it is -1; the trend of what is left is 'avg', 'linefit' or"
                        + " 'none'; the last test points are not learnt from.")
                .example("print (b, s, t, r) = series_decompose(dynamic([1, 3, 1, 3, 1, 9]), 2) | project r[5]", "5.0")
                .checkText(2, TREND_CHECK)
                .signature(List.of(SERIES, SEASONALITY, TREND, TEST_POINTS, SCORE), DYNAMIC, arguments -> {
                    Parts parts = parts(arguments[0], number(arguments, 1, -1), text(arguments, 2, "avg"),
                            number(arguments, 3, 0), real(arguments, 4, LIKELY));
                    return parts == null ? null : ArrayFunctions.array(parts.arrays());
                }).results(new Column("baseline", DYNAMIC), new Column("seasonal", DYNAMIC),
                        new Column("trend", DYNAMIC), new Column("residual", DYNAMIC))
                .build();
    }

    private static ScalarFunction forecast() {
        return ScalarFunction.named("series_decompose_forecast").estimate(PERIODS)
                .summary("As series_decompose, learnt without the last points: the baseline there is the forecast.")
                .example("print f = series_decompose_forecast(dynamic([1, 2, 3, 0]), 1, 0, 'linefit') | project f[3]",
                        "4.0")
                .checkText(3, TREND_CHECK)
                .signature(List.of(SERIES, Parameter.of("points", LONG), SEASONALITY, TREND, SCORE), DYNAMIC,
                        arguments -> {
                            Parts parts = parts(arguments[0], number(arguments, 2, -1), text(arguments, 3, "avg"),
                                    number(arguments, 1, 0), real(arguments, 4, LIKELY));
                            return parts == null ? null : ArrayFunctions.array(parts.arrays());
                        })
                .results(new Column("baseline", DYNAMIC), new Column("seasonal", DYNAMIC),
                        new Column("trend", DYNAMIC), new Column("residual", DYNAMIC))
                .build();
    }

    private static ScalarFunction anomalies() {
        return ScalarFunction.named("series_decompose_anomalies").estimate(PERIODS)
                .summary("What stands out of the residual of series_decompose: ad_flag (1, -1, 0), ad_score as by"
                        + " series_outliers, and the baseline.")
                .example(
                        "print (flag) = series_decompose_anomalies(dynamic([1, 2, 1, 2, 1, 90, 2, 1, 2, 1, 2, 1]), 1.5,"
                                + " 0) | project flag",
                        "[0,0,0,0,0,1,0,0,0,0,0,0]")
                .checkText(3, TREND_CHECK).checkText(5, METHOD_CHECK)
                .signature(List.of(SERIES, Parameter.of("threshold", REAL).optional(), SEASONALITY, TREND, TEST_POINTS,
                        Parameter.of("ad_method", STRING).optional(), SCORE), DYNAMIC, arguments -> {
                            Parts parts = parts(arguments[0], number(arguments, 2, -1), text(arguments, 3, "avg"),
                                    number(arguments, 4, 0), real(arguments, 6, LIKELY));
                            return parts == null
                                    ? null
                                    : flagged(parts, number(arguments, 4, 0), real(arguments, 1, FENCE),
                                            text(arguments, 5, "ctukey").equals("tukey"));
                        })
                .results(new Column("ad_flag", DYNAMIC), new Column("ad_score", DYNAMIC),
                        new Column("baseline", DYNAMIC))
                .build();
    }

    private static Dynamic flagged(Parts parts, long testPoints, double threshold, boolean quartiles) {
        double[] scores = scores(parts.residual, quartiles ? 25 : 10, quartiles ? 75 : 90,
                i -> i < parts.residual.length - testPoints, i -> true);
        List<Dynamic> flags = new ArrayList<>(scores.length);
        for (double score : scores) {
            flags.add(new Dynamic.Int(score > threshold ? 1 : score < -threshold ? -1 : 0));
        }
        return ArrayFunctions.array(
                List.of(ArrayFunctions.array(flags), SeriesNumbers.array(scores), SeriesNumbers.array(parts.baseline)));
    }

    private static ScalarFunction seasonal() {
        return ScalarFunction.named("series_seasonal").estimate(PERIODS)
                .summary("The median of each place of a period, repeated; the period is looked for unless it is given.")
                .example("print series_seasonal(dynamic([1, 3, 5, 2, 4, 6]), 3)", "[1.5,3.5,5.5,1.5,3.5,5.5]")
                .signature(List.of(SERIES, Parameter.of("period", LONG).optional()), DYNAMIC, arguments -> {
                    Parts parts = parts(arguments[0], number(arguments, 1, -1), "none", 0, SEASONAL_LIKELY);
                    return parts == null ? null : SeriesNumbers.array(parts.seasonal);
                }).build();
    }

    private static ScalarFunction outliers() {
        Parameter percentile = Parameter.of("percentile", REAL).optional();
        return ScalarFunction.named("series_outliers").estimate(SCORES)
                .summary(
                        "How far each element lies outside of the fence between two percentiles, in widths of the fence:"
                                + " above 1.5 or below -1.5 it stands out.")
                .example("print series_outliers(dynamic([1, 2, 3, 4, 15]), 'tukey')", "[-0.5,0.0,0.0,0.0,5.5]")
                .checkText(1, oneOf("kind", "ctukey", "tukey"))
                .signature(List.of(SERIES, Parameter.of("kind", STRING).optional(),
                        Parameter.of("ignore_val", REAL).optional(), percentile, percentile),
                        ResultType.always(DYNAMIC), NullRule.HANDLED,
                        site -> (Kernel.PerValue) SeriesDecompositionFunctions::outliers)
                .build();
    }

    private static Dynamic outliers(Object[] arguments) {
        if (!(arguments[0] instanceof Dynamic.Array array)) {
            return null;
        }
        boolean quartiles = text(arguments, 1, "ctukey").equals("tukey");
        Double ignored = arguments.length > 2 ? (Double) arguments[2] : null;
        double low = quartiles ? 25 : real(arguments, 3, 10);
        double high = quartiles ? 75 : real(arguments, 4, 90);
        double[] values = new double[array.elements().size()];
        boolean[] used = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            Number number = Dynamics.number(array.elements().get(i));
            values[i] = number == null ? Double.NaN : number.doubleValue();
            used[i] = Double.isFinite(values[i]) && (ignored == null || values[i] != ignored);
        }
        boolean valid = low >= 2 && high <= 98 && low < high;
        return valid ? SeriesNumbers.array(scores(values, low, high, i -> used[i], i -> used[i])) : null;
    }

    /** How far outside of the fence, in its widths; 0 within and for what is not scored. */
    private static double[] scores(double[] values, double low, double high,
            IntPredicate learnt, IntPredicate scored) {
        double[] sorted = IntStream.range(0, values.length).filter(learnt).mapToDouble(i -> values[i])
                .sorted().toArray();
        double[] scores = new double[values.length];
        if (sorted.length == 0) {
            return scores;
        }
        double least = percentile(sorted, low);
        double most = percentile(sorted, high);
        for (int i = 0; i < values.length; i++) {
            double outside = values[i] > most ? values[i] - most : Math.min(0, values[i] - least);
            scores[i] = !scored.test(i) || outside == 0 ? 0 : outside / (most - least);
        }
        return scores;
    }

    private static double percentile(double[] sorted, double percent) {
        double rank = percent / 100 * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (rank - below);
    }

    private static Parts parts(Object series, long seasonality, String trend, long testPoints, double threshold) {
        double[] values = SeriesNumbers.of(series);
        if (values == null || values.length == 0 || testPoints < 0 || testPoints >= values.length || seasonality < -1) {
            return null;
        }
        int learnt = values.length - (int) testPoints;
        int period = seasonality == -1
                ? SeriesSeasons.period(Arrays.copyOf(values, learnt), threshold)
                : (int) Math.min(seasonality, Integer.MAX_VALUE / 2);
        double[] seasonal = period > 0
                ? SeriesSeasons.component(values, learnt, period)
                : new double[values.length];
        double[] rest = new double[learnt];
        Arrays.setAll(rest, i -> values[i] - seasonal[i]);
        double[] line = trend(rest, trend, values.length);
        double[] baseline = new double[values.length];
        Arrays.setAll(baseline, i -> seasonal[i] + line[i]);
        double[] residual = new double[values.length];
        Arrays.setAll(residual, i -> values[i] - baseline[i]);
        return new Parts(baseline, seasonal, line, residual);
    }

    private static double[] trend(double[] rest, String kind, int count) {
        double[] trend = new double[count];
        if (kind.equals("linefit") && rest.length > 1) {
            return SeriesLine.fit(rest).values(count);
        }
        Arrays.fill(trend, kind.equals("none") ? 0 : SeriesNumbers.mean(rest));
        return trend;
    }

    private static long number(Object[] arguments, int position, long otherwise) {
        return arguments.length > position && arguments[position] != null ? (Long) arguments[position] : otherwise;
    }

    private static double real(Object[] arguments, int position, double otherwise) {
        return arguments.length > position && arguments[position] != null
                ? (Double) arguments[position]
                : otherwise;
    }

    private static String text(Object[] arguments, int position, String otherwise) {
        return arguments.length > position ? (String) arguments[position] : otherwise;
    }
}

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
        return ScalarFunction.named("series_decompose").estimate(SeriesPeriodFunctions.ESTIMATE)
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
        return ScalarFunction.named("series_decompose_forecast").estimate(SeriesPeriodFunctions.ESTIMATE)
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
        return ScalarFunction.named("series_decompose_anomalies").estimate(SeriesPeriodFunctions.ESTIMATE)
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
        SeriesFence fence = quartiles ? SeriesFence.of(25, 75) : SeriesFence.of(10, 90);
        double[] scores = fence.scores(parts.residual, i -> i < parts.residual.length - testPoints, i -> true);
        List<Dynamic> flags = new ArrayList<>(scores.length);
        for (double score : scores) {
            flags.add(new Dynamic.Int(score > threshold ? 1 : score < -threshold ? -1 : 0));
        }
        return ArrayFunctions.array(
                List.of(ArrayFunctions.array(flags), SeriesNumbers.array(scores), SeriesNumbers.array(parts.baseline)));
    }

    private static ScalarFunction seasonal() {
        return ScalarFunction.named("series_seasonal").estimate(SeriesPeriodFunctions.ESTIMATE)
                .summary("The median of each place of a period, repeated; the period is looked for unless it is given.")
                .example("print series_seasonal(dynamic([1, 3, 5, 2, 4, 6]), 3)", "[1.5,3.5,5.5,1.5,3.5,5.5]")
                .signature(List.of(SERIES, Parameter.of("period", LONG).optional()), DYNAMIC, arguments -> {
                    Parts parts = parts(arguments[0], number(arguments, 1, -1), "none", 0, SEASONAL_LIKELY);
                    return parts == null ? null : SeriesNumbers.array(parts.seasonal);
                }).build();
    }

    private static ScalarFunction outliers() {
        Parameter percentile = Parameter.of("percentile", REAL).optional();
        return ScalarFunction.named("series_outliers")
                .summary(
                        "How far each element lies outside of two percentiles, in distances between them: above 1.5 or"
                                + " below -1.5 it stands out. With other percentiles than the quartiles of 'tukey' the"
                                + " distance is scaled so that 1.5 means the same for a normal distribution.")
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
        return valid ? SeriesNumbers.array(SeriesFence.of(low, high).scores(values, i -> used[i], i -> used[i])) : null;
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

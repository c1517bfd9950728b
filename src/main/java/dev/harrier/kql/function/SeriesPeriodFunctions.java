package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;

import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Dynamic;
import java.util.Arrays;
import java.util.List;

/** The periods of series. Null of what is no array of numbers. */
final class SeriesPeriodFunctions {
    private static final Parameter SERIES = Parameter.of("series", DYNAMIC);
    private static final int MOST_PERIODS = 1000;
    static final String ESTIMATE = "periods and scores are found by a measure of Harrier's own, which may differ a"
            + " little from that of Kusto";

    private SeriesPeriodFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(detect(), validate());
    }

    private static ScalarFunction detect() {
        return ScalarFunction.named("series_periods_detect").estimate(ESTIMATE)
                .summary("The periods within bounds after which a series is most like itself, best first, and their"
                        + " scores from 0 to 1; filled up with zeros to the number wanted. A period has at least four"
                        + " elements and at most half of the series.")
                .example("print (p) = series_periods_detect(dynamic([1, 5, 9, 5, 1, 5, 9, 5, 1, 5, 9, 5]), 3, 6, 1)"
                        + " | project p", "[4.0]")
                .signature(List.of(SERIES, Parameter.of("min_period", REAL), Parameter.of("max_period", REAL),
                        Parameter.of("num_periods", LONG)), DYNAMIC, arguments -> {
                            double[] values = SeriesNumbers.of(arguments[0]);
                            long count = (Long) arguments[3];
                            if (values == null || count < 0 || count > MOST_PERIODS) {
                                return null;
                            }
                            List<SeriesSeasons.Season> found = SeriesSeasons.detect(values, (Double) arguments[1],
                                    (Double) arguments[2], count);
                            double[] periods = new double[(int) count];
                            double[] scores = new double[(int) count];
                            for (int i = 0; i < found.size(); i++) {
                                periods[i] = found.get(i).period();
                                scores[i] = found.get(i).score();
                            }
                            return both(periods, scores);
                        })
                .results(new Column("periods", DYNAMIC), new Column("scores", DYNAMIC)).build();
    }

    private static ScalarFunction validate() {
        return ScalarFunction.named("series_periods_validate").estimate(ESTIMATE)
                .summary("How much a series is like itself after the given periods: a score from 0 to 1 for each, 0 if"
                        + " it is shorter than four elements or longer than half of the series.")
                .example("print (p, s) = series_periods_validate(dynamic([1, 5, 9, 5, 1, 5, 9, 5, 1, 5, 9, 5]), 5)"
                        + " | project s", "[0.0]")
                .signature(List.of(SERIES, Parameter.of("period", REAL).repeated()), DYNAMIC, arguments -> {
                    double[] values = SeriesNumbers.of(arguments[0]);
                    if (values == null) {
                        return null;
                    }
                    double[] periods = new double[arguments.length - 1];
                    Arrays.setAll(periods, i -> (Double) arguments[i + 1]);
                    double[] scores = Arrays.stream(periods)
                            .map(period -> SeriesSeasons.validate(values, period)).toArray();
                    return both(periods, scores);
                })
                .results(new Column("periods", DYNAMIC), new Column("scores", DYNAMIC)).build();
    }

    private static Dynamic both(double[] periods, double[] scores) {
        return ArrayFunctions.array(List.of(SeriesNumbers.array(periods), SeriesNumbers.array(scores)));
    }
}

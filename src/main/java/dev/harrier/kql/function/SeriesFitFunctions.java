package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Dynamic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines and polynomials through series, with least squared distances. Null of what is no array of numbers. */
final class SeriesFitFunctions {
    private static final Parameter SERIES = Parameter.of("series", DYNAMIC);
    private static final int GREATEST_DEGREE = 100;
    private static final List<Column> LINE = List.of(new Column("rsquare", REAL), new Column("slope", REAL),
            new Column("variance", REAL), new Column("rvariance", REAL), new Column("interception", REAL),
            new Column("line_fit", DYNAMIC));

    private SeriesFitFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(line(), lineAsBag(), twoLines(), twoLinesAsBag(), polynomial());
    }

    private static ScalarFunction line() {
        return ScalarFunction.named("series_fit_line")
                .summary("The line that fits best: rsquare, slope, variance, rvariance, interception and line_fit.")
                .example("print (rsquare, slope) = series_fit_line(dynamic([1, 3, 5])) | project slope", "2.0")
                .signature(List.of(SERIES), DYNAMIC, arguments -> SeriesNumbers.values(line(arguments[0])))
                .results(LINE.toArray(Column[]::new)).build();
    }

    private static ScalarFunction lineAsBag() {
        return ScalarFunction.named("series_fit_line_dynamic")
                .summary("The line that fits best, as a bag of rsquare, slope, variance, rvariance, interception and"
                        + " line_fit.")
                .example("print series_fit_line_dynamic(dynamic([1, 3, 5])).slope", "2.0")
                .signature(List.of(SERIES), DYNAMIC, arguments -> SeriesNumbers.bag(line(arguments[0]))).build();
    }

    private static Map<String, Dynamic> line(Object series) {
        double[] values = SeriesNumbers.of(series);
        if (values == null || values.length < 2) {
            return null;
        }
        SeriesLine line = SeriesLine.fit(values);
        Map<String, Dynamic> results = new LinkedHashMap<>();
        results.put("rsquare", new Dynamic.Real(line.rsquare()));
        results.put("slope", new Dynamic.Real(line.slope()));
        results.put("variance", new Dynamic.Real(line.variance()));
        results.put("rvariance", new Dynamic.Real(line.rvariance()));
        results.put("interception", new Dynamic.Real(line.interception()));
        results.put("line_fit", SeriesNumbers.array(line.values(values.length)));
        return results;
    }

    private static ScalarFunction twoLines() {
        List<Column> columns = new ArrayList<>(List.of(new Column("rsquare", REAL), new Column("split_idx", LONG),
                new Column("variance", REAL), new Column("rvariance", REAL), new Column("line_fit", DYNAMIC)));
        for (String side : List.of("right", "left")) {
            for (String part : List.of("rsquare", "slope", "interception", "variance", "rvariance")) {
                columns.add(new Column(side + "_" + part, REAL));
            }
        }
        return ScalarFunction.named("series_fit_2lines")
                .summary("The split into two lines that fits best: where it is, how well it fits, and both lines, whose"
                        + " positions count from where each begins.")
                .example("print (rsquare, at) = series_fit_2lines(dynamic([1, 2, 3, 9, 8, 7])) | project at", "3")
                .signature(List.of(SERIES), DYNAMIC, arguments -> {
                    Map<String, Dynamic> results = twoLines(arguments[0]);
                    if (results == null) {
                        return null;
                    }
                    List<Dynamic> values = new ArrayList<>();
                    results.values().forEach(value -> {
                        if (value instanceof Dynamic.Bag side) {
                            values.addAll(side.properties().values());
                        } else {
                            values.add(value);
                        }
                    });
                    return ArrayFunctions.array(values);
                }).results(columns.toArray(Column[]::new)).build();
    }

    private static ScalarFunction twoLinesAsBag() {
        return ScalarFunction.named("series_fit_2lines_dynamic")
                .summary("The split into two lines that fits best, as a bag; the lines are bags right and left in it.")
                .example("print series_fit_2lines_dynamic(dynamic([1, 2, 3, 9, 8, 7])).right.slope", "-1.0")
                .signature(List.of(SERIES), DYNAMIC, arguments -> SeriesNumbers.bag(twoLines(arguments[0]))).build();
    }

    private static Map<String, Dynamic> twoLines(Object series) {
        double[] values = SeriesNumbers.of(series);
        if (values == null || values.length < 4) {
            return null;
        }
        int split = bestSplit(values);
        SeriesLine left = SeriesLine.fit(Arrays.copyOf(values, split));
        SeriesLine right = SeriesLine.fit(Arrays.copyOfRange(values, split, values.length));
        double total = SeriesNumbers.squaredDistances(values, SeriesNumbers.mean(values));
        double residual = left.residual() + right.residual();
        double[] fitted = Arrays.copyOf(left.values(split), values.length);
        System.arraycopy(right.values(values.length - split), 0, fitted, split, values.length - split);
        Map<String, Dynamic> results = new LinkedHashMap<>();
        results.put("rsquare", new Dynamic.Real(total == 0 ? 0 : 1 - residual / total));
        results.put("split_idx", new Dynamic.Int(split));
        results.put("variance", new Dynamic.Real(total / (values.length - 1)));
        results.put("rvariance", new Dynamic.Real(residual / (values.length - 1)));
        results.put("line_fit", SeriesNumbers.array(fitted));
        results.put("right", side(right));
        results.put("left", side(left));
        return results;
    }

    private static Dynamic side(SeriesLine line) {
        Map<String, Dynamic> results = new LinkedHashMap<>();
        results.put("rsquare", new Dynamic.Real(line.rsquare()));
        results.put("slope", new Dynamic.Real(line.slope()));
        results.put("interception", new Dynamic.Real(line.interception()));
        results.put("variance", new Dynamic.Real(line.variance()));
        results.put("rvariance", new Dynamic.Real(line.rvariance()));
        return new Dynamic.Bag(results);
    }

    /** Where the second part begins so that both lines fit best; each part has at least two elements. */
    private static int bestSplit(double[] values) {
        double[] before = residuals(values);
        double[] reversed = new double[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        double[] after = residuals(reversed);
        int best = 2;
        for (int split = 2; split <= values.length - 2; split++) {
            if (before[split] + after[values.length - split] < before[best] + after[values.length - best]) {
                best = split;
            }
        }
        return best;
    }

    /** The squared distances of the first n elements from their line, for every n, in one pass. */
    private static double[] residuals(double[] values) {
        double[] residuals = new double[values.length + 1];
        double mean = 0;
        double middle = 0;
        double total = 0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double step = values[i] - mean;
            double way = i - middle;
            mean += step / (i + 1);
            middle += way / (i + 1);
            total += step * (values[i] - mean);
            products += way * (values[i] - mean);
            squares += way * (i - middle);
            residuals[i + 1] = squares == 0 ? 0 : Math.max(0, total - products * products / squares);
        }
        return residuals;
    }

    private static ScalarFunction polynomial() {
        Parameter degree = Parameter.of("degree", LONG);
        Parameter places = Parameter.of("x_series", DYNAMIC);
        Kernel.PerValue ofSeries = arguments -> polynomial(arguments[0], null, 1);
        Kernel.PerValue ofDegree = arguments -> polynomial(arguments[0], null, (Long) arguments[1]);
        Kernel.PerValue ofPlaces = arguments -> polynomial(arguments[0], arguments[1],
                arguments.length > 2 ? (Long) arguments[2] : 1);
        return ScalarFunction.named("series_fit_poly")
                .summary("The polynomial of a degree, 1 unless it is given, that fits best: rsquare, coefficients from"
                        + " the highest power down, variance, rvariance and poly_fit.")
                .example(
                        "print (rsquare, c) = series_fit_poly(dynamic([1, 4, 9, 16]), 2) | project round(toreal(c[0]), 9)",
                        "1.0")
                .signature(List.of(SERIES), DYNAMIC, ofSeries)
                .signature(List.of(SERIES, degree), DYNAMIC, ofDegree)
                .signature(List.of(SERIES, places, degree.optional()), DYNAMIC, ofPlaces)
                .results(new Column("rsquare", REAL), new Column("coefficients", DYNAMIC), new Column("variance", REAL),
                        new Column("rvariance", REAL), new Column("poly_fit", DYNAMIC))
                .build();
    }

    private static Dynamic polynomial(Object series, Object given, long degree) {
        double[] values = SeriesNumbers.of(series);
        double[] places = given == null && values != null ? positions(values.length) : SeriesNumbers.of(given);
        boolean valid = values != null && places != null && values.length == places.length && degree >= 1
                && degree <= GREATEST_DEGREE && values.length > degree;
        double[] coefficients = valid ? LeastSquares.polynomial(places, values, (int) degree) : null;
        if (coefficients == null) {
            return null;
        }
        double[] fitted = new double[values.length];
        double residual = 0;
        for (int i = 0; i < fitted.length; i++) {
            for (double coefficient : coefficients) {
                fitted[i] = fitted[i] * places[i] + coefficient;
            }
            residual += (values[i] - fitted[i]) * (values[i] - fitted[i]);
        }
        double total = SeriesNumbers.squaredDistances(values, SeriesNumbers.mean(values));
        return ArrayFunctions.array(List.of(new Dynamic.Real(total == 0 ? 0 : 1 - residual / total),
                SeriesNumbers.array(coefficients), new Dynamic.Real(total / (values.length - 1)),
                new Dynamic.Real(residual / (values.length - 1)), SeriesNumbers.array(fitted)));
    }

    private static double[] positions(int count) {
        double[] positions = new double[count];
        Arrays.setAll(positions, i -> i + 1);
        return positions;
    }
}

package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;

import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/** What a whole series comes to: sums, likeness, statistics, the best line, filters. Null unless all are numbers. */
final class SeriesSummaryFunctions {
    private static final Parameter SERIES = Parameter.of("series", DYNAMIC);
    private static final Column[] STATISTICS = {new Column("min", REAL), new Column("min_idx", LONG),
            new Column("max", REAL), new Column("max_idx", LONG), new Column("avg", REAL), new Column("stdev", REAL),
            new Column("variance", REAL)};

    private SeriesSummaryFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(one("series_sum", "The sum of the elements.", "10.0", SeriesNumbers::sum),
                one("series_product", "The product of the elements.", "24.0",
                        numbers -> Arrays.stream(numbers).reduce(1, (a, b) -> a * b)),
                one("series_magnitude", "The length of the array taken as a vector.", "5.477225575051661",
                        numbers -> Math.sqrt(SeriesNumbers.dot(numbers, numbers))),
                two("series_dot_product", "The sum of the products of the elements.", "30.0", SeriesNumbers::dot),
                two("series_pearson_correlation", "The correlation of two arrays of one length, -1 to 1.", "1.0",
                        SeriesSummaryFunctions::correlation),
                cosine(), statistics(), statisticsAsBag(), fir(), iir());
    }

    private static ScalarFunction one(String name, String summary, String example, ToDoubleFunction<double[]> summing) {
        return ScalarFunction.named(name).summary(summary)
                .example("print " + name + "(dynamic([1, 2, 3, 4]))", example)
                .signature(List.of(SERIES), REAL, arguments -> {
                    double[] numbers = SeriesNumbers.of(arguments[0]);
                    return numbers == null ? null : (Double) summing.applyAsDouble(numbers);
                }).build();
    }

    /** Of two arrays of one length; null of others. */
    private static ScalarFunction two(String name, String summary, String example,
            ToDoubleBiFunction<double[], double[]> summing) {
        return ScalarFunction.named(name).summary(summary)
                .example("print round(" + name + "(dynamic([1, 2, 3, 4]), dynamic([1, 2, 3, 4])), 9)", example)
                .signature(List.of(SERIES, SERIES), REAL, arguments -> {
                    double[] left = SeriesNumbers.of(arguments[0]);
                    double[] right = SeriesNumbers.of(arguments[1]);
                    return left == null || right == null || left.length != right.length
                            ? null
                            : (Double) summing.applyAsDouble(left, right);
                }).build();
    }

    private static double correlation(double[] left, double[] right) {
        double leftMean = SeriesNumbers.sum(left) / left.length;
        double rightMean = SeriesNumbers.sum(right) / right.length;
        double products = 0;
        double leftSquares = 0;
        double rightSquares = 0;
        for (int i = 0; i < left.length; i++) {
            products += (left[i] - leftMean) * (right[i] - rightMean);
            leftSquares += (left[i] - leftMean) * (left[i] - leftMean);
            rightSquares += (right[i] - rightMean) * (right[i] - rightMean);
        }
        return products / Math.sqrt(leftSquares) / Math.sqrt(rightSquares);
    }

    private static ScalarFunction cosine() {
        Parameter magnitude = Parameter.of("magnitude", REAL).optional();
        return ScalarFunction.named("series_cosine_similarity")
                .summary("The cosine of the angle between two arrays taken as vectors; their lengths may be given.")
                .example("print series_cosine_similarity(dynamic([3, 4]), dynamic([4, 3]))", "0.96")
                .signature(List.of(SERIES, SERIES, magnitude, magnitude), REAL, arguments -> {
                    double[] left = SeriesNumbers.of(arguments[0]);
                    double[] right = SeriesNumbers.of(arguments[1]);
                    if (left == null || right == null || left.length != right.length) {
                        return null;
                    }
                    double leftLength = arguments.length > 2
                            ? (Double) arguments[2]
                            : Math.sqrt(SeriesNumbers.dot(left, left));
                    double rightLength = arguments.length > 3
                            ? (Double) arguments[3]
                            : Math.sqrt(SeriesNumbers.dot(right, right));
                    return SeriesNumbers.dot(left, right) / (leftLength * rightLength);
                }).build();
    }

    private static ScalarFunction statistics() {
        return ScalarFunction.named("series_stats")
                .summary("min, min_idx, max, max_idx, avg, stdev and variance; what is not finite may be left out.")
                .example("print (least, at, most) = series_stats(dynamic([2, 4, 6])) | project most", "6.0")
                .signature(List.of(SERIES, Parameter.of("ignore_nonfinite", BOOL).optional()), DYNAMIC, arguments -> {
                    Map<String, Dynamic> results = statistics(arguments);
                    return results == null
                            ? null
                            : ArrayFunctions.array(List.copyOf(results.values()).subList(0, STATISTICS.length));
                }).results(STATISTICS).build();
    }

    private static ScalarFunction statisticsAsBag() {
        return ScalarFunction.named("series_stats_dynamic")
                .summary(
                        "A bag of min, min_idx, max, max_idx, avg, stdev, variance, sum and len; what is not finite may"
                                + " be left out.")
                .example("print series_stats_dynamic(dynamic([2, 4, 6])).stdev", "2.0")
                .signature(List.of(SERIES, Parameter.of("ignore_nonfinite", BOOL).optional()), DYNAMIC,
                        arguments -> SeriesNumbers.bag(statistics(arguments)))
                .build();
    }

    private static Map<String, Dynamic> statistics(Object[] arguments) {
        boolean finiteOnly = arguments.length > 1 && (Boolean) arguments[1];
        return arguments[0] instanceof Dynamic.Array array ? statistics(array, finiteOnly) : null;
    }

    private static Map<String, Dynamic> statistics(Dynamic.Array array, boolean finiteOnly) {
        int size = array.elements().size();
        int least = -1;
        int greatest = -1;
        double[] values = new double[size];
        int[] positions = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            Number number = Dynamics.number(array.elements().get(i));
            boolean finite = number != null && Double.isFinite(number.doubleValue());
            if (!finite && !finiteOnly) {
                return null;
            }
            if (finite) {
                values[count] = number.doubleValue();
                positions[count] = i;
                least = least < 0 || values[count] < values[least] ? count : least;
                greatest = greatest < 0 || values[count] > values[greatest] ? count : greatest;
                count++;
            }
        }
        if (count == 0) {
            return null;
        }
        double[] finite = Arrays.copyOf(values, count);
        double sum = SeriesNumbers.sum(finite);
        double variance = count < 2 ? 0 : SeriesNumbers.squaredDistances(finite, sum / count) / (count - 1);
        Map<String, Dynamic> bag = new LinkedHashMap<>();
        bag.put("min", new Dynamic.Real(values[least]));
        bag.put("min_idx", new Dynamic.Int(positions[least]));
        bag.put("max", new Dynamic.Real(values[greatest]));
        bag.put("max_idx", new Dynamic.Int(positions[greatest]));
        bag.put("avg", new Dynamic.Real(sum / count));
        bag.put("stdev", new Dynamic.Real(Math.sqrt(variance)));
        bag.put("variance", new Dynamic.Real(variance));
        bag.put("sum", new Dynamic.Real(sum));
        bag.put("len", new Dynamic.Int(count));
        return bag;
    }

    private static ScalarFunction fir() {
        Parameter flag = Parameter.of("flag", BOOL).optional();
        return ScalarFunction.named("series_fir")
                .summary(
                        "Weighs each element and those before it by a filter; normalised unless the filter has negative"
                                + " weights; centred on the element if wanted.")
                .example("print series_fir(dynamic([2, 4, 6]), dynamic([1, 1]))", "[1.0,3.0,5.0]")
                .signature(List.of(SERIES, Parameter.of("filter", DYNAMIC), flag, flag), DYNAMIC, arguments -> {
                    double[] values = SeriesNumbers.of(arguments[0]);
                    double[] filter = SeriesNumbers.of(arguments[1]);
                    if (values == null || filter == null || filter.length == 0) {
                        return null;
                    }
                    boolean negative = Arrays.stream(filter).anyMatch(weight -> weight < 0);
                    boolean normalize = arguments.length > 2 ? (Boolean) arguments[2] : !negative;
                    boolean centred = arguments.length > 3 && (Boolean) arguments[3];
                    return normalize && negative ? null : fir(values, filter, normalize, centred);
                }).build();
    }

    private static Dynamic fir(double[] values, double[] filter, boolean normalize, boolean centred) {
        double scale = normalize ? SeriesNumbers.sum(filter) : 1;
        int ahead = centred ? filter.length / 2 : 0;
        double[] results = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < filter.length; j++) {
                int source = i + ahead - j;
                results[i] += source >= 0 && source < values.length ? filter[j] * values[source] / scale : 0;
            }
        }
        return SeriesNumbers.array(results);
    }

    private static ScalarFunction iir() {
        return ScalarFunction.named("series_iir")
                .summary("Filters with feedback: weights of the elements, then weights of the results before.")
                .example("print series_iir(dynamic([1, 2, 3]), dynamic([1]), dynamic([1, -1]))", "[1.0,3.0,6.0]")
                .signature(
                        List.of(SERIES, Parameter.of("numerators", DYNAMIC), Parameter.of("denominators", DYNAMIC)),
                        DYNAMIC, arguments -> {
                            double[] values = SeriesNumbers.of(arguments[0]);
                            double[] forward = SeriesNumbers.of(arguments[1]);
                            double[] feedback = SeriesNumbers.of(arguments[2]);
                            boolean valid = values != null && forward != null && feedback != null
                                    && feedback.length > 0 && feedback[0] != 0;
                            return valid ? iir(values, forward, feedback) : null;
                        })
                .build();
    }

    private static Dynamic iir(double[] values, double[] forward, double[] feedback) {
        double[] results = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            for (int j = 0; j < forward.length && j <= i; j++) {
                sum += forward[j] * values[i - j];
            }
            for (int j = 1; j < feedback.length && j <= i; j++) {
                sum -= feedback[j] * results[i - j];
            }
            results[i] = sum / feedback[0];
        }
        return SeriesNumbers.array(results);
    }
}

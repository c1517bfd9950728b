package dev.harrier.kql.function;

import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function that yields several columns at once, as {@code series_fit_line} does; only {@code project} and
 * {@code extend} may call it.
 *
 * @param outputs the columns, by the last part of the names that they have if nobody names them
 * @param packed yields them as a bag with these names
 * @param types of the arguments that may be given, the first of them must be
 */
public record TupleFunction(String name, List<Column> outputs, ScalarFunction packed,
        List<Function<ScalarType, Boolean>> types) {
    private static final Function<ScalarType, Boolean> SERIES = type -> type == ScalarType.DYNAMIC;
    private static final Function<ScalarType, Boolean> NUMBER = ScalarType::isNumeric;
    private static final Function<ScalarType, Boolean> TEXT = type -> type == ScalarType.STRING;
    private static final Function<ScalarType, Boolean> FLAG = type -> type == ScalarType.BOOL;

    private static final Map<String, TupleFunction> ALL = Stream.of(
            new TupleFunction("series_fit_line", columns("rsquare slope variance rvariance interception", "line_fit"),
                    dynamic("series_fit_line_dynamic"), List.of(SERIES)),
            new TupleFunction("series_stats", statistics(), dynamic("series_stats_dynamic"), List.of(SERIES, FLAG)),
            new TupleFunction("series_decompose", columns("", "baseline seasonal trend residual"),
                    SeriesDecomposition.decompose(), List.of(SERIES, NUMBER, TEXT, NUMBER, NUMBER)),
            new TupleFunction("series_decompose_anomalies", columns("", "ad_flag ad_score baseline"),
                    SeriesDecomposition.anomalies(), List.of(SERIES, NUMBER, NUMBER, TEXT, NUMBER, TEXT, NUMBER)))
            .collect(Collectors.toMap(TupleFunction::name, Function.identity()));

    /** By name; empty if there is none of the name. */
    public static Optional<TupleFunction> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Whether its documentation leaves open how exactly the result is computed. */
    public boolean isEstimate() {
        return name.startsWith("series_decompose");
    }

    private static ScalarFunction dynamic(String name) {
        return FunctionCatalog.builtIn().scalar(name).orElseThrow();
    }

    private static List<Column> columns(String reals, String arrays) {
        List<Column> columns = new ArrayList<>();
        for (String name : reals.isEmpty() ? new String[0] : reals.split(" ")) {
            columns.add(new Column(name, ScalarType.REAL));
        }
        for (String name : arrays.split(" ")) {
            columns.add(new Column(name, ScalarType.DYNAMIC));
        }
        return List.copyOf(columns);
    }

    private static List<Column> statistics() {
        return Stream.of("min", "min_idx", "max", "max_idx", "avg", "stdev", "variance")
                .map(name -> new Column(name, name.endsWith("_idx") ? ScalarType.LONG : ScalarType.REAL)).toList();
    }
}

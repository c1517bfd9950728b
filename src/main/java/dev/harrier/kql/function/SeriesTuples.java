package dev.harrier.kql.function;

import dev.harrier.kql.expr.FunctionLookup;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.expr.TupleFunction;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** {@code series_fit_line series_stats series_decompose series_decompose_anomalies}: several columns from a series. */
final class SeriesTuples {
    private static final Set<ScalarType> SERIES = EnumSet.of(ScalarType.DYNAMIC);
    private static final Set<ScalarType> NUMBER = EnumSet.of(ScalarType.INT, ScalarType.LONG, ScalarType.REAL);
    private static final Set<ScalarType> TEXT = EnumSet.of(ScalarType.STRING);
    private static final Set<ScalarType> FLAG = EnumSet.of(ScalarType.BOOL);

    private SeriesTuples() {}

    /** @param functions has those that yield the same columns as one bag */
    static List<TupleFunction> all(FunctionLookup functions) {
        return List.of(
                new TupleFunction("series_fit_line",
                        columns("rsquare slope variance rvariance interception", "line_fit"),
                        dynamic("series_fit_line_dynamic", functions), List.of(SERIES), false),
                new TupleFunction("series_stats", statistics(), dynamic("series_stats_dynamic", functions),
                        List.of(SERIES, FLAG), false),
                new TupleFunction("series_decompose", columns("", "baseline seasonal trend residual"),
                        SeriesDecomposition.decompose(), List.of(SERIES, NUMBER, TEXT, NUMBER, NUMBER), true),
                new TupleFunction("series_decompose_anomalies", columns("", "ad_flag ad_score baseline"),
                        SeriesDecomposition.anomalies(),
                        List.of(SERIES, NUMBER, NUMBER, TEXT, NUMBER, TEXT, NUMBER), true));
    }

    private static ScalarFunction dynamic(String name, FunctionLookup functions) {
        return functions.scalar(name).orElseThrow();
    }

    private static List<Column> columns(String reals, String arrays) {
        List<Column> columns = new ArrayList<>();
        for (String name : reals.isEmpty() ? new String[0] : reals.split(" ")) {
            columns.add(new Column(name, ScalarType.REAL));
        }
        for (String name : arrays.split(" ")) {
            columns.add(new Column(name, ScalarType.DYNAMIC));
        }
        return columns;
    }

    private static List<Column> statistics() {
        return Stream.of("min", "min_idx", "max", "max_idx", "avg", "stdev", "variance")
                .map(name -> new Column(name, name.endsWith("_idx") ? ScalarType.LONG : ScalarType.REAL)).toList();
    }
}

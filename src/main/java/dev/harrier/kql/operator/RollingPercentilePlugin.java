package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.Quantiles;
import dev.harrier.kql.operator.ActivityRows.Activity;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Bins;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code rolling_percentile(value, percentile, index, bin, bins, dimensions…)}: for each bin that has rows the percentile
 * of the values in it and in those before it, so many in all.
 */
final class RollingPercentilePlugin implements Plugin {
    private static final int FIRST_DIMENSION = 5;
    private static final long MOST_BINS = 1_000_000;

    @Override
    public String name() {
        return "rolling_percentile";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        PluginCall call = new PluginCall(syntax, input, context);
        if (!call.has(FIRST_DIMENSION, "a value, a percentile, an index, a bin and a number of bins")) {
            return Rows.unknown(syntax.span());
        }
        Column value = call.column(0);
        Column index = Timeline.column(call, 2);
        List<Column> dimensions = call.columnsFrom(FIRST_DIMENSION);
        if (value != null && (value.type() == ScalarType.STRING || value.type() == ScalarType.BOOL
                || value.type() == ScalarType.GUID)) {
            call.fail(Codes.SUMMABLE_EXPECTED, call.argument(0).span(), "expected a column of numbers or times");
        }
        double percent = call.number(1, 0, 100);
        long bins = call.whole(4, 1, MOST_BINS);
        if (call.failed()) {
            return Rows.unknown(syntax.span());
        }
        long size = Timeline.length(call, 3, index);
        Literal written = call.constant(1);
        Column rolling = new Column("rolling_" + bins + "_percentile_" + value.name() + "_"
                + Conversions.toText(written.type(), written.value()), value.type());
        return call.compute(ActivityRows.columns(value, index, dimensions),
                call.schema(ActivityRows.result(index, dimensions, List.of(rolling))), (rows, result) -> {
                    Map<List<Object>, TreeMap<Long, List<Object>>> values = new LinkedHashMap<>();
                    for (Activity one : ActivityRows.of(rows, result)) {
                        long bin = Bins.bin(one.when(), size).orElse(one.when());
                        values.computeIfAbsent(one.dimensions(), key -> new TreeMap<>())
                                .computeIfAbsent(bin, key -> new ArrayList<>()).add(one.who());
                    }
                    long length = multiplied(size, bins);
                    values.forEach((of, own) -> own.keySet().forEach(bin -> {
                        result.check();
                        Quantiles quantiles = new Quantiles(value.type());
                        own.subMap(Timeline.saturated(bin, -length), false, bin, true).values()
                                .forEach(some -> some.forEach(each -> quantiles.add(each, 1)));
                        List<Object> row = new ArrayList<>();
                        row.add(bin);
                        row.addAll(of);
                        row.add(quantiles.at(percent));
                        result.add(row.toArray());
                    }));
                });
    }

    private static long multiplied(long size, long bins) {
        return Math.multiplyHigh(size, bins) == 0 && size * bins > 0 ? size * bins : Long.MAX_VALUE;
    }
}

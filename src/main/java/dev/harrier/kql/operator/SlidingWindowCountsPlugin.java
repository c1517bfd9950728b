package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.DistinctCounter;
import dev.harrier.kql.operator.ActivityRows.Activity;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code sliding_window_counts(who, when, start, end, lookback, bin, dimensions…)}: for each bin how many rows, and how
 * many different ones, it and the bins within the lookback have. Windows without rows are left out.
 */
final class SlidingWindowCountsPlugin implements Plugin {
    private static final List<Column> COUNTED = List.of(new Column("Count", ScalarType.LONG),
            new Column("Dcount", ScalarType.LONG));
    private static final int FIRST_DIMENSION = 6;

    @Override
    public String name() {
        return "sliding_window_counts";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        PluginCall call = new PluginCall(syntax, input, context);
        if (!call.has(FIRST_DIMENSION, "who, when, start, end, a lookback and a bin")) {
            return Rows.unknown(syntax.span());
        }
        Column who = call.column(0);
        Timeline timeline = Timeline.of(call, 1, 2, 3, 5);
        List<Column> dimensions = call.columnsFrom(FIRST_DIMENSION);
        if (call.failed()) {
            return Rows.unknown(syntax.span());
        }
        long lookback = Timeline.length(call, 4, timeline.column());
        long length = timeline.step() == 0
                ? lookback
                : Math.max(timeline.step(), lookback - lookback % timeline.step());
        return call.compute(ActivityRows.columns(who, timeline.column(), dimensions),
                call.schema(ActivityRows.result(timeline.column(), dimensions, COUNTED)),
                (rows, result) -> count(timeline, length, ActivityRows.of(rows, result), result));
    }

    private static void count(Timeline timeline, long length, List<Activity> activities, HeldRows.Result result) {
        Map<List<Object>, TreeMap<Long, List<Object>>> bins = new LinkedHashMap<>();
        long first = timeline.bin(timeline.start());
        for (Activity activity : activities) {
            long bin = timeline.bin(activity.when());
            if (activity.when() <= timeline.end() && Timeline.saturated(bin, length) > first) {
                bins.computeIfAbsent(activity.dimensions(), key -> new TreeMap<>())
                        .computeIfAbsent(bin, key -> new ArrayList<>()).add(activity.who());
            }
        }
        bins.forEach((dimensions, own) -> windows(timeline, length, dimensions, own, result));
    }

    private static void windows(Timeline timeline, long length, List<Object> dimensions,
            TreeMap<Long, List<Object>> bins, HeldRows.Result result) {
        long at = Math.max(timeline.bin(timeline.start()), bins.firstKey());
        while (at <= timeline.end()) {
            result.check();
            Map<Long, List<Object>> window = bins.subMap(Timeline.saturated(at, -length), false, at, true);
            long count = 0;
            DistinctCounter distinct = new DistinctCounter(1);
            for (List<Object> bin : window.values()) {
                count += bin.size();
                bin.forEach(distinct::add);
            }
            if (count > 0) {
                result.add(ActivityRows.row(at, dimensions, count, distinct.count()));
                at = timeline.next(at);
            } else {
                Long next = bins.higherKey(at);
                at = next == null ? Long.MAX_VALUE : next;
            }
            if (at == Long.MAX_VALUE) {
                return;
            }
        }
    }
}

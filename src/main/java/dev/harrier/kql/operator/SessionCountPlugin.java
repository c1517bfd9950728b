package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.operator.ActivityRows.Activity;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Bins;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code session_count(who, when, start, end, bin, lookback, dimensions…)}: how many sessions begin in each bin. One begins
 * when its owner was not seen for as long as the lookback. Bins in which none begins are left out; they are counted from
 * zero, not from the start.
 */
final class SessionCountPlugin implements Plugin {
    private static final int FIRST_DIMENSION = 6;

    @Override
    public String name() {
        return "session_count";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        PluginCall call = new PluginCall(syntax, input, context);
        if (!call.has(FIRST_DIMENSION, "who, when, start, end, a bin and a lookback")) {
            return Rows.unknown(syntax.span());
        }
        Column who = call.column(0);
        Timeline timeline = Timeline.of(call, 1, 2, 3, 4);
        List<Column> dimensions = call.columnsFrom(FIRST_DIMENSION);
        if (call.failed()) {
            return Rows.unknown(syntax.span());
        }
        long lookback = Timeline.length(call, 5, timeline.column());
        return call.compute(ActivityRows.columns(who, timeline.column(), dimensions),
                call.schema(ActivityRows.result(timeline.column(), dimensions,
                        List.of(new Column("count_sessions", ScalarType.LONG)))),
                (rows, result) -> count(timeline, lookback, ActivityRows.of(rows, result), result));
    }

    private static void count(Timeline timeline, long lookback, List<Activity> activities, HeldRows.Result result) {
        activities.sort(Comparator.comparingLong(Activity::when));
        Map<List<Object>, Long> lastSeen = new HashMap<>();
        TreeMap<Long, Map<List<Object>, Long>> counts = new TreeMap<>();
        for (Activity activity : activities) {
            List<Object> owner = new ArrayList<>(activity.dimensions());
            owner.add(activity.who());
            Long before = lastSeen.put(owner, activity.when());
            boolean begins = before == null || Timeline.saturated(before, lookback) <= activity.when();
            if (begins && timeline.contains(activity.when())) {
                counts.computeIfAbsent(bin(timeline, activity.when()), key -> new java.util.LinkedHashMap<>())
                        .merge(activity.dimensions(), 1L, Long::sum);
            }
        }
        counts.forEach((bin, own) -> own
                .forEach((dimensions, count) -> result.add(ActivityRows.row(bin, dimensions, count))));
    }

    private static long bin(Timeline timeline, long when) {
        return timeline.step() == 0 ? timeline.bin(when) : Bins.bin(when, timeline.step()).orElse(when);
    }
}

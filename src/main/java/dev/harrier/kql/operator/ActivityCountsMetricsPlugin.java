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
 * {@code activity_counts_metrics(who, when, start, end, bin, dimensions…)}: how many rows and how many different ones each
 * bin has, how many of those are new, and how many there were up to then. Bins without rows are left out.
 */
final class ActivityCountsMetricsPlugin implements Plugin {
    private static final List<Column> COUNTED = List.of(new Column("count", ScalarType.LONG),
            new Column("dcount", ScalarType.LONG), new Column("new_dcount", ScalarType.LONG),
            new Column("aggregated_dcount", ScalarType.LONG));
    private static final int FIRST_DIMENSION = 5;

    @Override
    public String name() {
        return "activity_counts_metrics";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        PluginCall call = new PluginCall(syntax, input, context);
        if (!call.has(FIRST_DIMENSION, "who, when, start, end and a bin")) {
            return Rows.unknown(syntax.span());
        }
        Column who = call.column(0);
        Timeline timeline = Timeline.of(call, 1, 2, 3, 4);
        List<Column> dimensions = call.columnsFrom(FIRST_DIMENSION);
        if (call.failed()) {
            return Rows.unknown(syntax.span());
        }
        return call.compute(ActivityRows.columns(who, timeline.column(), dimensions),
                call.schema(ActivityRows.result(timeline.column(), dimensions, COUNTED)), (rows, result) -> {
                    Map<List<Object>, TreeMap<Long, List<Object>>> bins = new LinkedHashMap<>();
                    for (Activity activity : ActivityRows.of(rows, result)) {
                        if (timeline.contains(activity.when())) {
                            bins.computeIfAbsent(activity.dimensions(), key -> new TreeMap<>())
                                    .computeIfAbsent(timeline.bin(activity.when()), key -> new ArrayList<>())
                                    .add(activity.who());
                        }
                    }
                    bins.forEach((of, own) -> count(of, own, result));
                });
    }

    private static void count(List<Object> dimensions, TreeMap<Long, List<Object>> bins, HeldRows.Result result) {
        DistinctCounter all = new DistinctCounter(1);
        long before = 0;
        for (Map.Entry<Long, List<Object>> bin : bins.entrySet()) {
            DistinctCounter own = new DistinctCounter(1);
            bin.getValue().forEach(who -> {
                own.add(who);
                all.add(who);
            });
            result.add(ActivityRows.row(bin.getKey(), dimensions, (long) bin.getValue().size(), own.count(),
                    all.count() - before, all.count()));
            before = all.count();
        }
        result.charge(all.bytes());
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.DistinctCounter;
import dev.harrier.kql.operator.ActivityRows.Activity;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Bins;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code active_users_count(who, when, start, end, lookback, period, periods, bin, dimensions…)}: who was there in at
 * least so many periods of the time before, counted per bin; bins without anybody are left out.
 */
final class ActiveUsersCountPlugin implements Plugin {
    private static final int FIRST_DIMENSION = 8;

    @Override
    public String name() {
        return "active_users_count";
    }

    /** @param lookback a time that is exactly so long ago does not count any more */
    private record Active(Timeline timeline, long lookback, long period, long periods)
            implements
                HeldRows.Computation {
        @Override
        public void run(dev.harrier.kql.page.Page rows, HeldRows.Result result) {
            Map<List<Object>, List<Activity>> byUser = new LinkedHashMap<>();
            for (Activity activity : ActivityRows.of(rows, result)) {
                List<Object> user = new ArrayList<>(activity.dimensions());
                user.add(activity.who());
                byUser.computeIfAbsent(user, key -> new ArrayList<>()).add(activity);
            }
            Map<List<Object>, DistinctCounter> counts = new LinkedHashMap<>();
            for (List<Activity> ofUser : byUser.values()) {
                result.check();
                count(ofUser, counts);
            }
            counts.forEach((key, counter) -> {
                if (counter.count() > 0) {
                    result.add(ActivityRows.row((Long) key.getFirst(), key.subList(1, key.size()), counter.count()));
                }
            });
        }

        /** Moves a window over what one user did. */
        private void count(List<Activity> ofUser, Map<List<Object>, DistinctCounter> counts) {
            ofUser.sort(java.util.Comparator.comparingLong(Activity::when));
            Map<Long, Integer> inWindow = new HashMap<>();
            Set<Long> counted = new HashSet<>();
            int left = 0;
            for (Activity activity : ofUser) {
                inWindow.merge(periodOf(activity), 1, Integer::sum);
                for (; ofUser.get(left).when() <= Timeline.saturated(activity.when(), -lookback); left++) {
                    inWindow.computeIfPresent(periodOf(ofUser.get(left)), (key, own) -> own == 1 ? null : own - 1);
                }
                long bin = timeline.bin(activity.when());
                if (timeline.contains(activity.when()) && inWindow.size() >= periods && counted.add(bin)) {
                    List<Object> key = new ArrayList<>();
                    key.add(bin);
                    key.addAll(activity.dimensions());
                    counts.computeIfAbsent(key, own -> new DistinctCounter(1)).add(activity.who());
                }
            }
        }

        private long periodOf(Activity activity) {
            return Bins.binAt(activity.when(), period, timeline.start()).orElse(activity.when());
        }
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        PluginCall call = new PluginCall(syntax, input, context);
        if (!call.has(FIRST_DIMENSION, "who, when, start, end, a lookback, a period, a number of periods and a bin")) {
            return Rows.unknown(syntax.span());
        }
        Column who = call.column(0);
        Timeline timeline = Timeline.of(call, 1, 2, 3, 7);
        List<Column> dimensions = call.columnsFrom(FIRST_DIMENSION);
        if (call.failed()) {
            return Rows.unknown(syntax.span());
        }
        Active active = new Active(timeline, Timeline.length(call, 4, timeline.column()),
                Timeline.length(call, 5, timeline.column()), call.whole(6, 1, Integer.MAX_VALUE));
        return call.compute(ActivityRows.columns(who, timeline.column(), dimensions),
                call.schema(ActivityRows.result(timeline.column(), dimensions,
                        List.of(new Column("dcount", ScalarType.LONG)))),
                active);
    }
}

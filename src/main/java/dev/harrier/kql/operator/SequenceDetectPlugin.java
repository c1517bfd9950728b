package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * {@code sequence_detect(when, step, span, condition…, dimensions…)}: every way in which all conditions came true one
 * after the other, each within the step of the one before and all within the span, for each combination of dimensions.
 */
final class SequenceDetectPlugin implements Plugin {
    private static final int FIRST_CONDITION = 3;

    @Override
    public String name() {
        return "sequence_detect";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        PluginCall call = new PluginCall(syntax, input, context);
        if (!call.has(FIRST_CONDITION + 1, "when, a step, a span and a condition")) {
            return Rows.unknown(syntax.span());
        }
        Column when = Timeline.column(call, 0);
        List<NamedExpression> columns = new ArrayList<>();
        List<Column> times = new ArrayList<>();
        int next = FIRST_CONDITION;
        for (; next < call.count() && when != null; next++) {
            Expression condition = call.value(next);
            if (condition.type() != ScalarType.BOOL || Poison.is(condition)) {
                break;
            }
            columns.add(new NamedExpression("$condition" + next, condition));
            times.add(new Column(call.nameOf(next).orElse("") + "_" + when.name(), when.type()));
        }
        if (!call.failed() && times.isEmpty()) {
            call.fail(Codes.TYPE_EXPECTED, call.argument(FIRST_CONDITION).span(), "expected a condition");
        }
        List<Column> dimensions = call.failed() ? List.of() : call.columnsFrom(next);
        if (call.failed()) {
            return Rows.unknown(syntax.span());
        }
        long step = Timeline.length(call, 1, when);
        long span = Timeline.length(call, 2, when);
        columns.addFirst(new NamedExpression("$when", NamedExpression.of(when).expression()));
        dimensions.forEach(dimension -> columns.add(NamedExpression.of(dimension)));
        List<Column> shown = new ArrayList<>(dimensions);
        shown.addAll(times);
        shown.add(new Column("Duration", when.type() == ScalarType.DATETIME ? ScalarType.TIMESPAN : when.type()));
        int count = times.size();
        return call.compute(columns, call.schema(shown),
                (rows, result) -> points(rows, count, result)
                        .forEach((of, points) -> new Search(of, points, step, span, result).from(new long[count], 0)));
    }

    /** For each combination of dimensions the points at which each condition was true. */
    private static Map<List<Object>, List<TreeSet<Long>>> points(Page rows, int count, HeldRows.Result result) {
        Map<List<Object>, List<TreeSet<Long>>> points = new LinkedHashMap<>();
        result.charge(64L * rows.rows());
        for (int row = 0; row < rows.rows(); row++) {
            Object when = rows.block(0).get(row);
            for (int i = 0; i < count && when != null; i++) {
                if (Boolean.TRUE.equals(rows.block(1 + i).get(row))) {
                    points.computeIfAbsent(RowKeys.of(rows.blocks().subList(1 + count, rows.blocks().size()), row),
                            key -> empty(count)).get(i).add((Long) when);
                }
            }
        }
        return points;
    }

    private static List<TreeSet<Long>> empty(int count) {
        List<TreeSet<Long>> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new TreeSet<>());
        }
        return points;
    }

    private record Search(List<Object> dimensions, List<TreeSet<Long>> points, long step, long span,
            HeldRows.Result result) {

        /** Goes on from the points that are chosen already. */
        void from(long[] chosen, int length) {
            if (length == chosen.length) {
                List<Object> row = new ArrayList<>(dimensions);
                for (long point : chosen) {
                    row.add(point);
                }
                row.add(chosen[length - 1] - chosen[0]);
                result.add(row.toArray());
                return;
            }
            result.check();
            for (long point : length == 0 ? points.getFirst() : following(chosen, length)) {
                chosen[length] = point;
                from(chosen, length + 1);
            }
        }

        private Iterable<Long> following(long[] chosen, int length) {
            long before = chosen[length - 1];
            long last = Math.min(Timeline.saturated(before, step), Timeline.saturated(chosen[0], span));
            return points.get(length).subSet(before, false, Math.max(before, last), true);
        }
    }
}

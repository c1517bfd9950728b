package dev.harrier.kql.operator;

import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.type.Column;
import java.util.ArrayList;
import java.util.List;

/** The rows that the plugins of activity compute from: who, when, and the dimensions, in this order. */
final class ActivityRows {
    private ActivityRows() {}

    /** One row; who and when are not null. */
    record Activity(Object who, long when, List<Object> dimensions) {}

    static List<NamedExpression> columns(Column who, Column when, List<Column> dimensions) {
        List<NamedExpression> columns = new ArrayList<>();
        columns.add(new NamedExpression("$who", NamedExpression.of(who).expression()));
        columns.add(new NamedExpression("$when", NamedExpression.of(when).expression()));
        dimensions.forEach(dimension -> columns.add(NamedExpression.of(dimension)));
        return columns;
    }

    /** What becomes the columns of the result: when, the dimensions, and what is counted. */
    static List<Column> result(Column when, List<Column> dimensions, List<Column> counted) {
        List<Column> columns = new ArrayList<>();
        columns.add(when);
        columns.addAll(dimensions);
        columns.addAll(counted);
        return columns;
    }

    /** Rows without a time are nobody's; what is missing in who is kept, for it counts as an activity of nobody. */
    static List<Activity> of(Page rows, HeldRows.Result result) {
        List<Activity> activities = new ArrayList<>();
        result.charge(96L * rows.rows());
        for (int row = 0; row < rows.rows(); row++) {
            Object when = rows.block(1).get(row);
            if (when != null) {
                activities.add(new Activity(rows.block(0).get(row), (Long) when,
                        RowKeys.of(rows.blocks().subList(2, rows.blocks().size()), row)));
            }
        }
        return activities;
    }

    /** A row of the result. */
    static Object[] row(long when, List<Object> dimensions, Object... counted) {
        List<Object> values = new ArrayList<>();
        values.add(when);
        values.addAll(dimensions);
        values.addAll(List.of(counted));
        return values.toArray();
    }
}

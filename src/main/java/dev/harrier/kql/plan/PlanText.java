package dev.harrier.kql.plan;

import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.table.Measure;
import dev.harrier.kql.table.ScanColumn;
import dev.harrier.kql.table.ScanRequest;
import dev.harrier.kql.table.ScanRequest.AggregateScan;
import dev.harrier.kql.table.ScanRequest.CountScan;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.type.Column;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes plans for people and for golden files: one line per step, inputs indented below it, subqueries below the step
 * whose expressions they are in.
 */
public final class PlanText {
    private static final int MOST_ROWS = 3;

    private final StringBuilder text = new StringBuilder();
    private final Set<Integer> shown = new HashSet<>();

    private PlanText() {}

    /** The plan, ending in a line feed. */
    public static String of(PlanNode plan) {
        PlanText writer = new PlanText();
        writer.write(plan, 0);
        return writer.text.toString();
    }

    private void write(PlanNode node, int depth) {
        boolean again = node instanceof Shared shared && !shown.add(shared.id());
        line(again ? line(node) + " (see above)" : line(node), depth);
        if (again) {
            return;
        }
        for (Expression expression : PlanNodes.expressions(node)) {
            for (PlanNode subplan : subplans(expression)) {
                line("subquery", depth + 1);
                write(subplan, depth + 2);
            }
        }
        node.inputs().forEach(input -> write(input, depth + 1));
    }

    private void line(String line, int depth) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    private static List<PlanNode> subplans(Expression expression) {
        List<PlanNode> found = new ArrayList<>();
        collect(expression, found);
        return found;
    }

    private static void collect(Expression expression, List<PlanNode> found) {
        switch (expression) {
            case dev.harrier.kql.expr.ScalarSubquery(PlanNode plan, var type, var span) -> found.add(plan);
            case dev.harrier.kql.expr.InSubquery subquery when subquery.plan() instanceof PlanNode plan -> found
                    .add(plan);
            default -> {
                // Nothing of its own.
            }
        }
        expression.children().forEach(child -> collect(child, found));
    }

    private static String line(PlanNode node) {
        return switch (node) {
            case Scan scan -> scan(scan.request());
            case Values values -> "Values " + values.schema() + " " + rows(values);
            case Filter filter -> "Filter " + ExpressionText.of(filter.condition());
            case Project project -> "Project " + named(project.columns());
            case Aggregate aggregate -> "Aggregate " + calls(aggregate.calls())
                    + (aggregate.keys().isEmpty() ? "" : " by " + named(aggregate.keys()));
            case Sort sort -> "Sort " + orders(sort.orders());
            case Limit limit -> "Limit " + limit.count();
            case TopN top -> "TopN " + top.count() + " by " + orders(top.orders());
            case Join join -> join(join);
            case Union union -> "Union";
            case Shared shared -> "Shared " + shared.id();
            case Extension extension -> extension(extension);
        };
    }

    private static String extension(Extension extension) {
        String arguments = extension.expressions().stream().map(ExpressionText::of).collect(Collectors.joining(", "));
        return extension.name() + (arguments.isEmpty() ? "" : " " + arguments) + " -> " + extension.schema();
    }

    private static String rows(Values values) {
        if (values.rows().size() > MOST_ROWS) {
            return values.rows().size() + " rows";
        }
        List<String> rows = new ArrayList<>();
        for (List<Object> row : values.rows()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(ExpressionText.value(values.schema().column(i).type(), row.get(i)));
            }
            rows.add(cells.toString());
        }
        return rows.toString();
    }

    private static String scan(ScanRequest request) {
        String filter = request.filter().equals(dev.harrier.kql.expr.Predicate.ALL)
                ? ""
                : " where " + request.filter();
        String table = "Scan " + request.table().name() + filter;
        return switch (request) {
            case RowScan rows -> table + columns(rows)
                    + (rows.sort().isEmpty() ? "" : " sort " + rows.sort())
                    + (rows.limit().isEmpty() ? "" : " limit " + rows.limit().getAsLong());
            case AggregateScan groups -> table + " measure " + groups.measures()
                    .stream()
                    .map(PlanText::measure)
                    .collect(Collectors.joining(", ")) + " by " + groups.keys();
            case CountScan count -> table + " count " + count.column();
        };
    }

    private static String measure(Measure measure) {
        return measure.getClass().getSimpleName()
                + measure.columns().stream().map(Column::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    /** Nothing for a scan of all columns of the table. */
    private static String columns(RowScan rows) {
        List<String> names = rows.columns().stream().map(ScanColumn::name).toList();
        return names.equals(rows.table().schema().names()) ? "" : " columns " + names;
    }

    private static String join(Join join) {
        String keys = join.keys()
                .stream()
                .map(key -> ExpressionText.of(key.left()) + " == " + ExpressionText.of(key.right()))
                .collect(Collectors.joining(", "));
        return "Join " + join.kind() + " on " + keys + " -> " + join.schema().names();
    }

    private static String calls(List<AggregateCall> calls) {
        return calls.stream().map(PlanText::call).collect(Collectors.joining(", "));
    }

    private static String call(AggregateCall call) {
        String names = call.outputs().stream().map(Column::name).collect(Collectors.joining(", "));
        String arguments = call.arguments().stream().map(ExpressionText::of).collect(Collectors.joining(", "));
        return names + " = " + call.function() + "(" + arguments + ")";
    }

    private static String named(List<NamedExpression> columns) {
        return columns.stream()
                .map(column -> column.isIdentity()
                        ? ExpressionText.of(column.expression())
                        : ExpressionText.name(column.name()) + " = " + ExpressionText.of(column.expression()))
                .collect(Collectors.joining(", "));
    }

    private static String orders(List<SortOrder> orders) {
        return orders.stream()
                .map(order -> ExpressionText.of(order.key()) + (order.descending() ? " desc" : " asc")
                        + (order.nullsFirst() ? " nulls first" : " nulls last"))
                .collect(Collectors.joining(", "));
    }
}

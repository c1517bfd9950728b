package dev.harrier.kql.plan;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.table.ScanColumn;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes {@code ingestion_time()} a column: scans yield when each row was taken in, and what stands between them and the
 * call passes it on. Rows that come from no table have none.
 */
public final class IngestionTimes {
    /** The name of the function. */
    public static final String FUNCTION = "ingestion_time";
    /** The column under which storages know it; no column of a table has such a name. */
    public static final String COLUMN = "_ingested";
    /** Its name within plans: not the storages', because queries may give that name to columns of their own. */
    private static final String CARRIED = "$ingestion_time()";

    private IngestionTimes() {}

    /** Whether each row of the plan is one that was taken in, or none ever was; not so after a join, say. */
    public static boolean areKnown(PlanNode plan) {
        return switch (plan) {
            case Scan scan -> scan.request() instanceof RowScan;
            case Values values -> true;
            case Filter filter -> areKnown(filter.input());
            case Project project -> areKnown(project.input());
            case Sort sort -> areKnown(sort.input());
            case Limit limit -> areKnown(limit.input());
            case TopN top -> areKnown(top.input());
            case Union union -> union.inputs().stream().allMatch(IngestionTimes::areKnown);
            case Aggregate aggregate -> false;
            case Join join -> false;
            case Extension extension -> false;
        };
    }

    /** The plan with columns in place of the calls. */
    public static PlanNode apply(PlanNode plan) {
        return PlanNodes.map(plan, IngestionTimes::resolve);
    }

    private static PlanNode resolve(PlanNode node) {
        boolean asked = node.inputs().size() == 1
                && PlanNodes.expressions(node).stream().anyMatch(IngestionTimes::isAsked);
        if (!asked) {
            return node;
        }
        PlanNode over = node.withInputs(List.of(carrying(node.inputs().getFirst())));
        PlanNode resolved = PlanNodes.mapExpressions(over,
                expression -> Expressions.map(expression, IngestionTimes::replaced));
        return resolved.schema().equals(node.schema()) ? resolved : withoutColumn(resolved, node);
    }

    private static boolean isAsked(Expression expression) {
        return expression instanceof Call call && call.is(FUNCTION)
                || expression.children().stream().anyMatch(IngestionTimes::isAsked);
    }

    private static Expression replaced(Expression expression) {
        return expression instanceof Call call && call.is(FUNCTION) ? reference(call.span()) : expression;
    }

    private static Expression reference(SourceSpan span) {
        return new ColumnRef(CARRIED, ScalarType.DATETIME, span);
    }

    private static PlanNode withoutColumn(PlanNode resolved, PlanNode node) {
        List<NamedExpression> columns = new ArrayList<>();
        for (Column column : node.schema().columns()) {
            columns.add(new NamedExpression(column.name(), ColumnRef.of(column)));
        }
        return new Project(resolved, columns, node.span());
    }

    /** The plan with the column as its last. */
    private static PlanNode carrying(PlanNode plan) {
        if (plan.schema().has(CARRIED)) {
            return plan;
        }
        return switch (plan) {
            case Scan scan when scan.request() instanceof RowScan rows -> named(new Scan(reading(rows), scan.span()));
            case Project project -> new Project(carrying(project.input()),
                    with(project.columns(), reference(project.span())), project.span());
            case Filter filter -> over(filter);
            case Sort sort -> over(sort);
            case Limit limit -> over(limit);
            case TopN top -> over(top);
            case Union union -> over(union);
            case Scan scan -> without(scan);
            case Values values -> without(values);
            case Aggregate aggregate -> without(aggregate);
            case Join join -> without(join);
            case Extension extension -> without(extension);
        };
    }

    private static PlanNode over(PlanNode node) {
        return node.withInputs(node.inputs().stream().map(IngestionTimes::carrying).toList());
    }

    private static RowScan reading(RowScan rows) {
        List<ScanColumn> columns = new ArrayList<>(rows.columns());
        columns.add(new ScanColumn(COLUMN, new FieldRef(COLUMN, List.of(), ScalarType.DATETIME)));
        return new RowScan(rows.table(), rows.filter(), columns, rows.sort(), rows.limit());
    }

    private static PlanNode named(Scan scan) {
        List<NamedExpression> columns = new ArrayList<>();
        for (Column column : scan.schema().columns()) {
            columns.add(new NamedExpression(column.name().equals(COLUMN) ? CARRIED : column.name(),
                    ColumnRef.of(column)));
        }
        return new Project(scan, columns, scan.span());
    }

    private static PlanNode without(PlanNode node) {
        List<NamedExpression> columns = node.schema().columns().stream()
                .map(column -> new NamedExpression(column.name(), ColumnRef.of(column))).toList();
        return new Project(node, with(columns, new Literal(ScalarType.DATETIME, null, node.span())), node.span());
    }

    private static List<NamedExpression> with(List<NamedExpression> columns, Expression value) {
        List<NamedExpression> all = new ArrayList<>(columns);
        all.add(new NamedExpression(CARRIED, value));
        return all;
    }
}

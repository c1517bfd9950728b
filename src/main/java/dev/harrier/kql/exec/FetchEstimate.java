package dev.harrier.kql.exec;

import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.plan.Limit;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.plan.Sort;
import dev.harrier.kql.plan.TopN;
import dev.harrier.kql.plan.Union;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.table.ScanRequest;
import dev.harrier.kql.table.ScanRequest.AggregateScan;
import dev.harrier.kql.table.ScanRequest.CountScan;
import dev.harrier.kql.table.ScanRequest.RowScan;
import java.util.List;

/** How many rows a plan would make its storages send; asks them, which costs little beside fetching. */
final class FetchEstimate {

    /** A storage groups this many rows in the time in which it sends one. */
    private static final long GROUPED_PER_SENT = 20;

    private FetchEstimate() {}

    static long rows(PlanNode node, QueryContext context) {
        return switch (node) {
            case Scan scan -> rows(scan.request(), context);
            case Values values -> 0;
            case Filter filter -> rows(filter.input(), context);
            case Project project -> rows(project.input(), context);
            case Aggregate aggregate -> rows(aggregate.input(), context);
            case Sort sort -> rows(sort.input(), context);
            case TopN top -> rows(top.input(), context);
            case Limit limit -> rows(limit.input(), context);
            case Union union -> sum(union.inputs(), context);
            case Join join -> sum(join.inputs(), context);
            case Extension extension -> sum(extension.inputs(), context);
        };
    }

    private static long sum(List<PlanNode> nodes, QueryContext context) {
        return nodes.stream().mapToLong(node -> rows(node, context)).sum();
    }

    private static long rows(ScanRequest request, QueryContext context) {
        return switch (request) {
            case RowScan rows -> Math.min(matching(rows, context), rows.limit().orElse(Long.MAX_VALUE));
            case AggregateScan groups -> matching(groups, context) / GROUPED_PER_SENT;
            case CountScan count -> 0;
        };
    }

    private static long matching(ScanRequest request, QueryContext context) {
        return request.table().storage().estimate(request.table(), request.filter(), context);
    }
}

package dev.harrier.kql.plan;

import dev.harrier.kql.table.ScanRequest;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** What a storage is asked: all rows of a table at first, more and more of the plan as the planner pushes it down. */
public record Scan(ScanRequest request, SourceSpan span) implements PlanNode {
    @Override
    public Schema schema() {
        return request.schema();
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of();
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return this;
    }
}

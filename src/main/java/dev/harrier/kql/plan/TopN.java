package dev.harrier.kql.plan;

import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** The first rows in an order, without sorting the rest. */
public record TopN(PlanNode input, long count, List<SortOrder> orders, SourceSpan span) implements PlanNode {
    public TopN {
        orders = List.copyOf(orders);
    }

    @Override
    public Schema schema() {
        return input.schema();
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new TopN(inputs.getFirst(), count, orders, span);
    }
}

package dev.harrier.kql.plan;

import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** All rows, in order; rows with equal keys keep theirs. */
public record Sort(PlanNode input, List<SortOrder> orders, SourceSpan span) implements PlanNode {
    public Sort {
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
        return new Sort(inputs.getFirst(), orders, span);
    }
}

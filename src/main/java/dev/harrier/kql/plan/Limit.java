package dev.harrier.kql.plan;

import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** At most this many rows: the first ones where the input has an order, any otherwise. */
public record Limit(PlanNode input, long count, SourceSpan span) implements PlanNode {
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
        return new Limit(inputs.getFirst(), count, span);
    }
}

package dev.harrier.kql.plan;

import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** The rows of all inputs, which have the same columns in the same order. */
public record Union(List<PlanNode> inputs, SourceSpan span) implements PlanNode {
    public Union {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("a union of nothing");
        }
    }

    @Override
    public Schema schema() {
        return inputs.getFirst().schema();
    }

    @Override
    public PlanNode withInputs(List<PlanNode> newInputs) {
        return new Union(newInputs, span);
    }
}

package dev.harrier.kql.plan;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** The rows for which the condition is true; null is not. */
public record Filter(PlanNode input, Expression condition, SourceSpan span) implements PlanNode {
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
        return new Filter(inputs.getFirst(), condition, span);
    }
}

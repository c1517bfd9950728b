package dev.harrier.kql.plan;

import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** Exactly these columns, each computed from the input row; also what {@code extend} becomes. */
public record Project(PlanNode input, List<NamedExpression> columns, SourceSpan span) implements PlanNode {
    public Project {
        columns = List.copyOf(columns);
    }

    @Override
    public Schema schema() {
        return Schema.of(columns.stream().map(NamedExpression::column).toList());
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new Project(inputs.getFirst(), columns, span);
    }
}

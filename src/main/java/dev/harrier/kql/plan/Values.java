package dev.harrier.kql.plan;

import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/**
 * Rows that the query text itself gives.
 *
 * @param rows each with one value per column, in the form that {@link dev.harrier.kql.type.ScalarType} documents;
 *            values may be {@code null}
 */
public record Values(Schema schema, List<List<Object>> rows, SourceSpan span) implements PlanNode {
    @Override
    public List<PlanNode> inputs() {
        return List.of();
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return this;
    }
}

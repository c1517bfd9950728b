package dev.harrier.kql.plan;

import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import java.util.List;

/**
 * {@code materialize(T)}: a plan whose rows are computed once per query and read as often as they are used.
 *
 * @param id equal for all uses of one {@code materialize}
 */
public record Shared(int id, PlanNode input, SourceSpan span) implements Extension {
    /** The same for the innermost operator that runs plans of its own: each of its runs computes the rows anew. */
    public Shared local() {
        return new Shared(-Math.abs(id), input, span);
    }

    public boolean isLocal() {
        return id < 0;
    }

    @Override
    public String name() {
        return "materialize";
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
        return new Shared(id, inputs.getFirst(), span);
    }

    /** The executor keeps the rows; run by itself, it passes them on. */
    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return inputs.getFirst();
    }
}

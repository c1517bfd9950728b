package dev.harrier.kql.operator;

import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.PlanNodes;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Where the rows of a pipeline inside of an operator come in. The operator puts pages in its place before it runs the
 * pipeline.
 */
record GivenRows(Schema schema, List<Page> pages, SourceSpan span) implements Extension {

    /** The place, without rows yet. */
    static GivenRows place(Schema schema, SourceSpan span) {
        return new GivenRows(schema, List.of(), span);
    }

    /** The pipeline with these rows. */
    static PlanNode fill(PlanNode body, List<Page> pages) {
        return PlanNodes.map(body, node -> node instanceof GivenRows given
                ? new GivenRows(given.schema, pages, given.span)
                : node);
    }

    /** Whether the pipeline reads nothing but the rows that it is given, and what stands in the text. */
    static boolean isSelfContained(PlanNode body) {
        return !(body instanceof Scan) && body.inputs().stream().allMatch(GivenRows::isSelfContained);
    }

    /** All expressions of a pipeline. */
    static List<Expression> expressions(PlanNode body) {
        List<Expression> all = new ArrayList<>(PlanNodes.expressions(body));
        body.inputs().forEach(input -> all.addAll(expressions(input)));
        return all;
    }

    static PlanNode mapExpressions(PlanNode body, UnaryOperator<Expression> replace) {
        return PlanNodes.map(body, node -> PlanNodes.mapExpressions(node, replace));
    }

    @Override
    public String name() {
        return "rows";
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of();
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return this;
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return of(schema, pages);
    }

    /** The pages as they are. */
    static PageSource of(Schema schema, List<Page> pages) {
        return new Source(schema, pages.iterator());
    }

    private record Source(Schema schema, Iterator<Page> pages) implements PageSource {
        @Override
        public Page next() {
            return pages.hasNext() ? pages.next() : null;
        }

        @Override
        public void close() {
            // The pages belong to the operator around.
        }
    }
}

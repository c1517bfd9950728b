package dev.harrier.kql.operator;

import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.PlanNodes;
import dev.harrier.kql.plan.Shared;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.InSubquery;
import dev.harrier.kql.expr.ScalarSubquery;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the rows of a pipeline inside of an operator come in. The operator puts pages in its place before it runs the
 * pipeline.
 */
record GivenRows(int id, Schema schema, Optional<List<Page>> pages, SourceSpan span) implements Extension {

    /**
     * The place, without rows yet.
     *
     * @param id tells the places of operators within each other apart
     */
    static GivenRows place(int id, Schema schema, SourceSpan span) {
        return new GivenRows(id, schema, Optional.empty(), span);
    }

    /** The pipeline with these rows, in its subqueries as well. */
    PlanNode fill(PlanNode body, List<Page> rows) {
        return PlanNodes.map(body, node -> switch (node) {
            case GivenRows given when given.id == id -> new GivenRows(id, schema, Optional.of(rows), span);
            case Shared shared when reads(shared) -> shared.local();
            case PlanNode other when PlanNodes.subplans(other).stream().anyMatch(this::reads) ->
                PlanNodes.mapExpressions(other, expression -> Expressions.map(expression, part -> fill(part, rows)));
            case PlanNode other -> other;
        });
    }

    private Expression fill(Expression part, List<Page> rows) {
        return switch (part) {
            case ScalarSubquery subquery -> new ScalarSubquery(fill((PlanNode) subquery.plan(), rows), subquery.type(),
                    subquery.span());
            case InSubquery subquery -> new InSubquery(subquery.function(), subquery.signature(), subquery.value(),
                    fill((PlanNode) subquery.plan(), rows), subquery.span());
            case Expression other -> other;
        };
    }

    /** Whether a plan reads the rows that are given here. */
    private boolean reads(PlanNode plan) {
        return plan instanceof GivenRows given && given.id == id || plan.inputs().stream().anyMatch(this::reads)
                || PlanNodes.subplans(plan).stream().anyMatch(this::reads);
    }

    /** Whether subqueries of a pipeline read the rows that are given here. */
    boolean isAskedFor(PlanNode body) {
        return expressions(body).stream().anyMatch(this::isInner);
    }

    /** Whether a pipeline inside reads rows that an operator around this one is given, directly and not in a subquery. */
    boolean mixes(PlanNode body) {
        return body instanceof GivenRows given && given.id != id || body.inputs().stream().anyMatch(this::mixes);
    }

    /** All expressions of a pipeline. */
    static List<Expression> expressions(PlanNode body) {
        List<Expression> all = new ArrayList<>(PlanNodes.expressions(body));
        body.inputs().forEach(input -> all.addAll(expressions(input)));
        return all;
    }

    /** Expressions with subqueries over the given rows stay: they are known only when the rows are. */
    PlanNode mapExpressions(PlanNode body, UnaryOperator<Expression> replace) {
        return PlanNodes.map(body, node -> PlanNodes.mapExpressions(node,
                expression -> isInner(expression) ? expression : replace.apply(expression)));
    }

    private boolean isInner(Expression expression) {
        boolean inner = switch (expression) {
            case ScalarSubquery subquery -> reads((PlanNode) subquery.plan());
            case InSubquery subquery -> reads((PlanNode) subquery.plan());
            case Expression other -> false;
        };
        return inner || expression.children().stream().anyMatch(this::isInner);
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
        return of(schema, pages.orElseThrow(() -> new IllegalStateException("no rows were given")));
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

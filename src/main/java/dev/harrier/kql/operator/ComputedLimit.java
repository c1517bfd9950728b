package dev.harrier.kql.operator;

import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.Limit;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Sort;
import dev.harrier.kql.plan.SortOrder;
import dev.harrier.kql.plan.TopN;
import dev.harrier.kql.type.SourceSpan;
import dev.harrier.kql.type.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** At most as many rows as a subquery says, as in {@code take toscalar(T | count)}. */
record ComputedLimit(PlanNode input, Expression count, SourceSpan span) implements Extension {

    /** The first rows of the input. */
    static PlanNode first(PlanNode input, Expression count, SourceSpan span) {
        return count instanceof Literal literal
                ? new Limit(input, (Long) literal.value(), span)
                : new ComputedLimit(input, count, span);
    }

    /** The first rows in an order. */
    static PlanNode top(PlanNode input, Expression count, List<SortOrder> orders, SourceSpan span) {
        return count instanceof Literal literal
                ? new TopN(input, (Long) literal.value(), orders, span)
                : new ComputedLimit(new Sort(input, orders, span), count, span);
    }

    /**
     * The number, once subqueries have their values.
     *
     * @throws QueryFailure.LimitExceeded if it is none, or below zero
     */
    static long value(Expression count, String operator, SourceSpan span, QueryContext context) {
        if (Evaluator.evaluateConstant(count, context) instanceof Long number && number >= 0) {
            return number;
        }
        throw new QueryFailure.LimitExceeded("E_BAD_ROW_COUNT",
                "the number of rows that '" + operator + "' was given is null or below zero", operator, span);
    }

    @Override
    public String name() {
        return "take";
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
        return new ComputedLimit(inputs.getFirst(), count, span);
    }

    @Override
    public List<Expression> expressions() {
        return List.of(count);
    }

    @Override
    public Extension mapExpressions(UnaryOperator<Expression> replace) {
        return new ComputedLimit(input, replace.apply(count), span);
    }

    @Override
    public Set<String> neededFromInput(Set<String> neededFromOutput) {
        return new HashSet<>(neededFromOutput);
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return new Source(inputs.getFirst(), value(count, name(), span, context));
    }

    /** Reads no further than needed. */
    private static final class Source implements PageSource {
        private final PageSource rows;
        private long left;

        Source(PageSource rows, long count) {
            this.rows = rows;
            this.left = count;
        }

        @Override
        public Schema schema() {
            return rows.schema();
        }

        @Override
        public Page next() {
            Page page = left > 0 ? rows.next() : null;
            if (page == null) {
                return null;
            }
            Page cut = page.rows() <= left ? page : Blocks.slice(page, 0, (int) left);
            left -= cut.rows();
            return cut;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}

package dev.harrier.kql.plan;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An operator with a run time of its own, such as {@code mv-expand} or {@code make-series}; a record that lives in its
 * operator's file. Without inputs it is a source of rows, such as {@code range}.
 */
public non-sealed interface Extension extends PlanNode {

    /** As a reader of the query knows it, for example {@code mv-expand}. */
    String name();

    /** Runs it; the result owns the inputs and closes them. */
    PageSource run(List<PageSource> inputs, QueryContext context);

    /** Runs it, with the means to run further plans, for operators that have a pipeline inside. */
    default PageSource run(List<PageSource> inputs, QueryContext context, PlanRunner plans) {
        return run(inputs, context);
    }

    /** The pipelines that it runs by itself. */
    default List<PlanNode> bodies() {
        return List.of();
    }

    /** Whether it reads what is not in the query: such a thing is not run while a query is only checked. */
    default boolean readsOutside() {
        return false;
    }

    /** The expressions in it, so that subqueries in them are found. */
    default List<Expression> expressions() {
        return List.of();
    }

    /** The same operator with each of its expressions replaced. */
    default Extension mapExpressions(UnaryOperator<Expression> replace) {
        return this;
    }

    /**
     * The columns of its input that are needed if only these columns of its output are; {@code null} if all are.
     */
    default java.util.Set<String> neededFromInput(java.util.Set<String> neededFromOutput) {
        return null;
    }
}

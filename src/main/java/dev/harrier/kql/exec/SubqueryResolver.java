package dev.harrier.kql.exec;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ConstantFolder;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.InSubquery;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.ScalarSubquery;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.PlanNodes;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs the subqueries of a plan and puts their values in their place, so that storages are offered plain values. A
 * subquery that stands twice in one query runs once.
 */
public final class SubqueryResolver {

    /** The most values that the list of an {@code in (T)} may have. */
    public static final int MAX_VALUES = 1_000_000;

    private final QueryContext context;
    private final Executor executor;
    private final ConstantFolder folder;
    private final Function<PlanNode, PageSource> run;
    private final Map<PlanNode, Object> scalars = new HashMap<>();
    private final Map<PlanNode, Dynamic.Array> lists = new HashMap<>();

    /** @param run starts a subquery's plan, which may itself hold subqueries */
    public SubqueryResolver(QueryContext context, Executor executor, Function<PlanNode, PageSource> run) {
        this.context = context;
        this.executor = executor;
        this.folder = new ConstantFolder(context);
        this.run = run;
    }

    /** The plan without subqueries; its schema stays. */
    public PlanNode resolve(PlanNode plan) {
        return PlanNodes.map(plan, node -> PlanNodes.expressions(node).stream().anyMatch(Expressions::hasSubquery)
                ? PlanNodes.mapExpressions(node, this::resolve)
                : node);
    }

    private Expression resolve(Expression expression) {
        return Expressions.hasSubquery(expression)
                ? folder.fold(Expressions.map(expression, this::replace))
                : expression;
    }

    private Expression replace(Expression expression) {
        return switch (expression) {
            case ScalarSubquery subquery -> new Literal(subquery.type(), scalar(subquery), subquery.span());
            case InSubquery subquery -> new Call(subquery.function(), subquery.signature(),
                    List.of(subquery.value(), new Literal(ScalarType.DYNAMIC, list(subquery), subquery.span())),
                    ScalarType.BOOL, subquery.span());
            case Expression other -> other;
        };
    }

    private Object scalar(ScalarSubquery subquery) {
        PlanNode plan = (PlanNode) subquery.plan();
        if (!scalars.containsKey(plan)) {
            scalars.put(plan, readScalar(plan));
        }
        return scalars.get(plan);
    }

    private Object readScalar(PlanNode plan) {
        try (PageSource source = run.apply(plan)) {
            for (Page page = source.next(); page != null; page = source.next()) {
                if (page.rows() > 0) {
                    return page.block(0).get(0);
                }
            }
            return null;
        }
    }

    private Dynamic.Array list(InSubquery subquery) {
        PlanNode plan = (PlanNode) subquery.plan();
        Dynamic.Array known = lists.get(plan);
        if (known == null) {
            known = readList(subquery, plan);
            lists.put(plan, known);
        }
        return known;
    }

    private Dynamic.Array readList(InSubquery subquery, PlanNode plan) {
        ScalarType type = plan.schema().column(0).type();
        KeyIndex distinct = new KeyIndex(List.of(type));
        try (PageSource source = run.apply(plan)) {
            for (Page page = source.next(); page != null; page = source.next()) {
                distinct.add(new Block[]{page.block(0)}, page.rows());
                if (distinct.count() > MAX_VALUES) {
                    throw new QueryFailure.LimitExceeded("E_RUNAWAY_QUERY",
                            "the list of '" + subquery.function() + "' has more than " + MAX_VALUES
                                    + " values; use join instead",
                            subquery.function().name(), subquery.span());
                }
            }
        }
        executor.keep(2 * distinct.bytes(), subquery.function().name(), subquery.span());
        return new Dynamic.Array(values(type, distinct.keys().getFirst()));
    }

    private static List<Dynamic> values(ScalarType type, Block block) {
        List<Dynamic> values = new ArrayList<>(block.size());
        for (int row = 0; row < block.size(); row++) {
            values.add(Dynamics.of(type, block.get(row)));
        }
        return values;
    }
}

package dev.harrier.kql.plan;

import dev.harrier.kql.expr.FunctionLookup;

/** Brings a bound plan into the form in which storages are offered the most: filters low, columns few. */
public final class Rewriter {
    private Rewriter() {}

    /** An equivalent plan with the same schema. */
    public static PlanNode rewrite(PlanNode plan, FunctionLookup functions) {
        PlanNode filtered = FilterPushdown.apply(plan);
        PlanNode limited = LimitPushdown.apply(filtered);
        PlanNode split = UnionAggregation.apply(limited, functions);
        return ColumnPruning.apply(split);
    }
}

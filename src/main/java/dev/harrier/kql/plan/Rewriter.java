package dev.harrier.kql.plan;

/** Brings a bound plan into the form in which storages are offered the most: filters low, columns few. */
public final class Rewriter {
    private Rewriter() {}

    /** An equivalent plan with the same schema. */
    public static PlanNode rewrite(PlanNode plan) {
        PlanNode filtered = FilterPushdown.apply(plan);
        PlanNode limited = LimitPushdown.apply(filtered);
        return ColumnPruning.apply(limited);
    }
}

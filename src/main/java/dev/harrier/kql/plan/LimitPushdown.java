package dev.harrier.kql.plan;

import java.util.ArrayList;
import java.util.List;

/** Turns a sort that is then cut into a top-n, and moves limits below projections and into the legs of a union. */
final class LimitPushdown {
    private LimitPushdown() {}

    static PlanNode apply(PlanNode plan) {
        return PlanNodes.map(plan, node -> node instanceof Limit limit ? push(limit) : node);
    }

    private static PlanNode push(Limit limit) {
        return switch (limit.input()) {
            case Sort sort -> new TopN(sort.input(), limit.count(), sort.orders(), sort.span());
            case TopN top -> new TopN(top.input(), Math.min(top.count(), limit.count()), top.orders(), top.span());
            case Limit inner -> push(new Limit(inner.input(), Math.min(inner.count(), limit.count()), inner.span()));
            case Project project -> new Project(push(new Limit(project.input(), limit.count(), limit.span())),
                    project.columns(), project.span());
            case Union union -> new Limit(limitLegs(union, limit), limit.count(), limit.span());
            case Scan scan -> limit;
            case Values values -> limit;
            case Filter filter -> limit;
            case Aggregate aggregate -> limit;
            case Join join -> limit;
            case Extension extension -> limit;
        };
    }

    private static Union limitLegs(Union union, Limit limit) {
        List<PlanNode> legs = new ArrayList<>();
        for (PlanNode leg : union.inputs()) {
            legs.add(push(new Limit(leg, limit.count(), limit.span())));
        }
        return new Union(legs, union.span());
    }
}

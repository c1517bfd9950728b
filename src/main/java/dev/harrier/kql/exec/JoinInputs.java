package dev.harrier.kql.exec;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.plan.PlanNode;
import java.util.List;
import java.util.function.Function;

/** Opens the sides of a join, the cheaper one first, so that its keys can narrow the other. */
final class JoinInputs {

    /** By how much the left side must be the cheaper one to be held instead of being streamed. */
    private static final long WORTH_HOLDING = 4;

    private final Join join;
    private final JoinNarrowing narrowing;
    private final Function<PlanNode, ? extends PageSource> start;
    private final QueryContext context;

    JoinInputs(Join join, JoinNarrowing narrowing, Function<PlanNode, ? extends PageSource> start,
            QueryContext context) {
        this.join = join;
        this.narrowing = narrowing;
        this.start = start;
        this.context = context;
    }

    /** Whether to read the left side whole before the right one is opened. */
    boolean leftFirst() {
        if (narrowing == JoinNarrowing.NONE || !dropsUnmatchedRight(join.kind())) {
            return false;
        }
        long right = FetchEstimate.rows(join.right(), context);
        return right > context.pageSize()
                && FetchEstimate.rows(join.left(), context) <= right / WORTH_HOLDING;
    }

    PageSource whole(JoinNarrowing.Side side) {
        return start.apply(side.of(join));
    }

    /** @param keys the distinct keys of the other side */
    PageSource narrowed(JoinNarrowing.Side side, List<Block> keys) {
        boolean possible = switch (side) {
            case LEFT -> dropsUnmatchedLeft(join.kind());
            case RIGHT -> dropsUnmatchedRight(join.kind());
        };
        return possible ? start.apply(narrowing.narrow(join, side, keys)) : whole(side);
    }

    private static boolean dropsUnmatchedLeft(Join.Kind kind) {
        return switch (kind) {
            case INNER_UNIQUE, INNER, LEFT_SEMI, RIGHT_OUTER, RIGHT_SEMI, RIGHT_ANTI -> true;
            case LEFT_OUTER, FULL_OUTER, LEFT_ANTI -> false;
        };
    }

    private static boolean dropsUnmatchedRight(Join.Kind kind) {
        return switch (kind) {
            case INNER_UNIQUE, INNER, LEFT_OUTER, LEFT_SEMI, LEFT_ANTI -> true;
            case RIGHT_OUTER, FULL_OUTER, RIGHT_SEMI, RIGHT_ANTI -> false;
        };
    }
}

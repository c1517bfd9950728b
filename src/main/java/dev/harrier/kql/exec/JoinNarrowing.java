package dev.harrier.kql.exec;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.plan.PlanNode;
import java.util.List;

/**
 * May narrow one side of a join once the keys of the other are known. Asked only where rows of that side without a
 * partner do not come out.
 */
@FunctionalInterface
public interface JoinNarrowing {

    /** A side of a join. */
    enum Side {
        LEFT, RIGHT;

        PlanNode of(Join join) {
            return this == LEFT ? join.left() : join.right();
        }
    }

    /** Leaves both sides as they are. */
    JoinNarrowing NONE = (join, side, keys) -> side.of(join);

    /**
     * @param side the side to narrow
     * @param keys one block per key of the join with the values of the other side's distinct keys; row by row one
     *            combination
     * @return the side, perhaps without rows whose keys are not among them; the schema stays
     */
    PlanNode narrow(Join join, Side side, List<Block> keys);
}

package dev.harrier.kql.exec;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.plan.PlanNode;
import java.util.List;

/**
 * May narrow the left side of a join once the keys of the right side are known. Asked only for joins that drop left rows
 * without a partner.
 */
@FunctionalInterface
public interface ProbeNarrowing {

    /** Leaves the left side as it is. */
    ProbeNarrowing NONE = (join, keys) -> join.left();

    /**
     * @param keys one block per key of the join with the values of the right side's distinct keys; row by row one
     *            combination
     * @return the left side, perhaps without rows whose keys are not among them; the schema stays
     */
    PlanNode narrow(Join join, List<Block> keys);
}

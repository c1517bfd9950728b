package dev.harrier.kql.bind;

import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.plan.PlanNode;
import java.util.Optional;

/**
 * Runs a part of a query before the rest is bound, for operators whose columns depend on the rows, as those of
 * {@code bag_unpack} do.
 */
@FunctionalInterface
public interface Preview {
    /** Runs nothing. */
    Preview NONE = (plan, nowTicks) -> Optional.empty();

    /**
     * Starts a plan; empty if it is not to be run now, and its rows stay unknown. The caller closes the rows.
     *
     * @param nowTicks what {@code now()} is
     */
    Optional<PageSource> open(PlanNode plan, long nowTicks);
}

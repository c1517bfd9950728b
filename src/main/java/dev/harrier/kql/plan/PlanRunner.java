package dev.harrier.kql.plan;

import dev.harrier.kql.page.PageSource;

/** Runs plans inside of an operator, such as the pipeline that {@code mv-apply} has for each row. */
@FunctionalInterface
public interface PlanRunner {

    /** Starts a plan; closing the result frees all that it held. */
    PageSource open(PlanNode plan);
}

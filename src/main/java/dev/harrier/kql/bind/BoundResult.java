package dev.harrier.kql.bind;

import dev.harrier.kql.plan.PlanNode;
import java.util.Optional;

/**
 * One of the tables that a query yields.
 *
 * @param name {@code PrimaryResult}, or {@code Table_1} and so on where there are several
 */
public record BoundResult(String name, PlanNode plan, Optional<Visualization> visualization) {}

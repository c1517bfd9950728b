/**
 * The typed logical plan, its rewrites, and the split into what storages answer and what stays here.
 *
 * <p>
 * Ten core records and one open {@link dev.harrier.kql.plan.Extension} for what is truly new at run time; every other
 * operator is written in terms of these while binding. Switches over nodes are exhaustive, without {@code default}.
 */
package dev.harrier.kql.plan;

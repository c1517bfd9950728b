/**
 * Runs what storages do not answer themselves: page operators, joins, grouping and sorting, under the query's memory
 * budget, time limit and cancel, with statistics.
 *
 * <pre>
 * plan ─► SubqueryResolver ─► DictionaryFilters ─► (planner) ─► Executor ─► PageSource
 * </pre>
 *
 * A core operator is one {@link dev.harrier.kql.page.PageSource} here; an operator with a run time of its own lives in
 * its {@link dev.harrier.kql.plan.Extension}. Whatever keeps rows charges a {@code MemoryCharge}, and
 * {@link dev.harrier.kql.exec.Executor#close} closes all that was opened.
 */
package dev.harrier.kql.exec;

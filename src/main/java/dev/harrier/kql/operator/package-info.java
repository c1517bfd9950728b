/**
 * The tabular operators and sources of the language, one per file, written in terms of the plan's core nodes wherever
 * that is possible.
 *
 * <p>
 * To add an operator: write {@code <Name>Operator} that implements {@link dev.harrier.kql.bind.TabularOperator} for its
 * syntax record, list it in {@link dev.harrier.kql.operator.OperatorCatalog}, and add
 * {@code src/test/resources/kql/operator/<name>.kqlspec}. If no combination of core nodes has its meaning, give it a
 * record that implements {@link dev.harrier.kql.plan.Extension} in the same package. What is not listed is refused by name.
 *
 * <p>
 * An operator with a pipeline inside binds it over {@link dev.harrier.kql.operator.GivenRows} and runs it through
 * {@link dev.harrier.kql.plan.PlanRunner}; subqueries over the given rows are computed in each run. An operator with
 * several results, such as {@code fork}, is a {@link dev.harrier.kql.bind.BranchingOperator}. A number of rows that may be
 * computed is bound with {@code rowCount} and becomes a {@link dev.harrier.kql.operator.ComputedLimit}. A plugin of
 * {@code evaluate} is a {@link dev.harrier.kql.operator.Plugin} that
 * {@link dev.harrier.kql.operator.EvaluateOperator} lists.
 */
package dev.harrier.kql.operator;

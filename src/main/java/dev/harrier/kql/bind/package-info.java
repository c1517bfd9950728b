/**
 * Resolves names and types: a syntax tree and what a query may name go in, logical plans and all diagnostics come out.
 *
 * <pre>
 * Binder ─ statements ─► Scope (let names)          PipelineBinder ─► TabularSource, TabularOperator
 *                                                        └ ExpressionBinder ─► CallBinder, ComparisonBinder, …
 * </pre>
 *
 * <p>
 * Nothing is thrown for a bad query. An expression that could not be bound is {@link dev.harrier.kql.bind.Poison}, rows
 * of which nothing is known are {@linkplain dev.harrier.kql.bind.Rows#doubtful doubtful}; neither causes further
 * diagnostics. Functions of a query are expanded where they are called, so a plan has no calls of them.
 *
 * <p>
 * To add a function that needs to see more than the values of its arguments, such as {@code column_ifexists}, write a
 * {@link dev.harrier.kql.bind.BoundMacro} in a file of its own and list it in {@link dev.harrier.kql.bind.BoundMacros}.
 * Tabular operators live in {@code dev.harrier.kql.operator}.
 */
package dev.harrier.kql.bind;

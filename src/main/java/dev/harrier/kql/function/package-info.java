/**
 * The scalar functions, operators and aggregates, one family per file, and their catalogue
 * ({@link dev.harrier.kql.function.FunctionCatalog}).
 *
 * <p>
 * To add a function: give the family's file a method that builds it ({@link dev.harrier.kql.expr.ScalarFunction#named})
 * with a summary, an example that the tests run, and its null rule; add the method to the family's list; write
 * {@code src/test/resources/kql/function/<name>.kqlspec}. A new family is a new file and one line in the catalogue.
 *
 * <p>
 * An aggregate is added likewise ({@link dev.harrier.kql.expr.AggregateFunction#named}); most need no more than a group
 * ({@link dev.harrier.kql.expr.Accumulator.Group}), whose {@code bytes} grow with what it keeps. Its {@code …if} form is
 * the same accumulator behind a condition.
 */
package dev.harrier.kql.function;

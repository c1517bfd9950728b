/**
 * Bound expressions, and what a function <em>is</em>: its signatures, documentation, null rule, kernel and predicate
 * shape. Expressions are sealed records; everything that is not a literal, a column, a path or a subquery is a
 * {@link dev.harrier.kql.expr.Call}, the operators included.
 *
 * <p>
 * A {@link dev.harrier.kql.expr.Predicate} is the shape of a condition that a storage can judge; functions offer theirs
 * through {@link dev.harrier.kql.expr.Signature#shape()}.
 */
package dev.harrier.kql.expr;

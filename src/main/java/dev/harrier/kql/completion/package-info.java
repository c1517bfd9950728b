/**
 * Says how a text could go on at a position, however unfinished it is.
 *
 * <pre>
 * text, position ─► Place (which pipeline, operator, brackets) ─► Completer ─► Completion
 *                                 columns there: the text before the operator, bound
 * </pre>
 *
 * <p>
 * To teach it the words of an operator, add them to {@link dev.harrier.kql.completion.OperatorWords}. Names and their
 * documentation come from {@code dev.harrier.kql.reference}.
 */
package dev.harrier.kql.completion;

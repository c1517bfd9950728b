/**
 * Turns query text into a syntax tree of sealed records with spans, and diagnostics; the only package that imports
 * ANTLR.
 *
 * <pre>
 * text ─► limits ─► tokens ─► ANTLR's tree ─► builders ─► ParsedQuery(QuerySyntax, diagnostics)
 *                                └ SLL first; LL and messages only if that fails
 * </pre>
 *
 * <p>
 * {@link dev.harrier.kql.syntax.SyntaxParser} is the door. A text is a
 * {@link dev.harrier.kql.syntax.QuerySyntax}: {@link dev.harrier.kql.syntax.Statement}s made of
 * {@link dev.harrier.kql.syntax.Pipeline}s ({@link dev.harrier.kql.syntax.SourceSyntax} and
 * {@link dev.harrier.kql.syntax.OperatorSyntax}) and {@link dev.harrier.kql.syntax.ExpressionSyntax}. The tree says what
 * was written: whether {@code T} is a table, a column or a variable is for the binder, and so is every refusal by name.
 * Chains of {@code and}, {@code or}, {@code +}, {@code |} and dots are lists, so a tree is never deeper than the brackets
 * of its text, which are limited before parsing.
 *
 * <p>
 * An operator or a source with an error in it is left as a gap ({@code Unknown}, {@code Missing}) and never built half.
 * {@link dev.harrier.kql.syntax.SyntaxPrinter} writes trees as text again.
 *
 * <p>
 * To add an operator or a word, see {@code grammar/README.md}.
 */
package dev.harrier.kql.syntax;

package dev.harrier.kql.syntax;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * An expression. Chains ({@link Logical}, {@link Arithmetic}, {@link Path}) are lists and not towers of nodes, so that a
 * tree is never deeper than the brackets of its text.
 */
public sealed interface ExpressionSyntax extends SyntaxNode {

    /**
     * A literal, checked and in the Java form of its type (see {@link ScalarType}); {@code null} for typed nulls. A
     * minus before a number is part of it. Texts that lie side by side have been joined.
     *
     * @param hidden whether a text was written {@code h'…'}: it must not be logged
     */
    record Literal(SourceSpan span, ScalarType type, Object value, boolean hidden) implements ExpressionSyntax {}

    /** A column, a {@code let} name, a parameter, a table, {@code $left}, {@code $right}. */
    record NameReference(SourceSpan span, String name) implements ExpressionSyntax {}

    /** {@code root.a["b"][0]}: the root and at least one step. */
    record Path(SourceSpan span, ExpressionSyntax root, List<PathStep> steps) implements ExpressionSyntax {}

    /** {@code f(a, name = b)}; {@code not(x)} is one of them. */
    record Call(SourceSpan span, Name function, List<NamedExpression> arguments) implements ExpressionSyntax {}

    /** {@code -x}, when x is not a literal number. */
    record Negation(SourceSpan span, ExpressionSyntax operand) implements ExpressionSyntax {}

    /** Operands of one precedence, evaluated from left to right: {@code a - b + c}, {@code a * b / c}. */
    record Arithmetic(SourceSpan span, ExpressionSyntax first, List<ArithmeticTerm> terms)
            implements
                ExpressionSyntax {}

    /** An operator and the operand right of it. */
    record ArithmeticTerm(SourceSpan operatorSpan, ArithmeticOperator operator, ExpressionSyntax operand) {}

    /** At least two operands, all joined by {@code and} or all by {@code or}. */
    record Logical(SourceSpan span, LogicalOperator operator, List<ExpressionSyntax> operands)
            implements
                ExpressionSyntax {}

    /** {@code left operator right}: equality, order, and the string operators with one operand. */
    record Comparison(SourceSpan span, SourceSpan operatorSpan, ComparisonOperator operator, ExpressionSyntax left,
            ExpressionSyntax right) implements ExpressionSyntax {}

    /**
     * {@code value in (items)}, {@code value has_any (items)}: the items are what the parentheses hold. A tabular item
     * is a {@link Tabular}, a {@link NameReference} or a {@link Call}.
     */
    record Membership(SourceSpan span, SourceSpan operatorSpan, MembershipOperator operator, ExpressionSyntax value,
            List<ExpressionSyntax> items) implements ExpressionSyntax {}

    /** {@code value between (low .. high)}, or {@code !between} when {@code negated}. */
    record Between(SourceSpan span, boolean negated, ExpressionSyntax value, ExpressionSyntax low,
            ExpressionSyntax high) implements ExpressionSyntax {}

    /** {@code *}, where Kusto has it: {@code count(*)}, {@code arg_max(x, *)}, {@code distinct *}, {@code * has "x"}. */
    record Star(SourceSpan span) implements ExpressionSyntax {}

    /**
     * Rows where an expression stands. Only what is visibly tabular: a pipe, or a source such as {@code datatable}. A
     * lone {@code T} or {@code f(x)} is a {@link NameReference} or a {@link Call}, and its binding decides.
     *
     * @param parenthesised whether it stood in parentheses of its own, as an argument must: {@code f((T | take 1))}
     */
    record Tabular(SourceSpan span, Pipeline pipeline, boolean parenthesised) implements ExpressionSyntax {}

    /** {@code typeof(string)}, {@code typeof(a: string, b: long)}, {@code typeof(*)}. */
    record TypeOf(SourceSpan span, Optional<ScalarType> type, List<ColumnDeclaration> columns, boolean anyColumns)
            implements
                ExpressionSyntax {}

    /** A gap of which the parser has told already. */
    record Missing(SourceSpan span) implements ExpressionSyntax {}

    /** {@code + - * / %}. */
    enum ArithmeticOperator {
        ADD("+"), SUBTRACT("-"), MULTIPLY("*"), DIVIDE("/"), MODULO("%");

        private final String text;

        ArithmeticOperator(String text) {
            this.text = text;
        }

        /** As written in a query. */
        public String text() {
            return text;
        }
    }

    /** {@code and}, {@code or}. */
    enum LogicalOperator {
        AND("and"), OR("or");

        private final String text;

        LogicalOperator(String text) {
            this.text = text;
        }

        /** As written in a query. */
        public String text() {
            return text;
        }
    }
}

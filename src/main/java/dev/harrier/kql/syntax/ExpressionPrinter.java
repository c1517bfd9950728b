package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.ExpressionSyntax.ArithmeticOperator;
import dev.harrier.kql.syntax.ExpressionSyntax.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax.LogicalOperator;
import dev.harrier.kql.type.ScalarType;
import java.util.List;

/** Writes expressions, with parentheses where the precedence of the grammar needs them. */
final class ExpressionPrinter {
    private static final int OR = 1;
    private static final int AND = 2;
    private static final int EQUALITY = 3;
    private static final int RELATION = 4;
    private static final int STRING = 5;
    private static final int ADDITIVE = 6;
    private static final int MULTIPLICATIVE = 7;
    private static final int UNARY = 8;
    private static final int LITERAL = 9;
    private static final int PATH = 10;

    private final SyntaxPrinter out;

    ExpressionPrinter(SyntaxPrinter out) {
        this.out = out;
    }

    /** @param level the loosest that may stand here without parentheses */
    private void print(ExpressionSyntax expression, int level) {
        boolean wrap = level(expression) < level;
        if (wrap) {
            out.append("(");
        }
        print(expression);
        if (wrap) {
            out.append(")");
        }
    }

    private static int level(ExpressionSyntax expression) {
        return switch (expression) {
            case ExpressionSyntax.Logical logical -> logical.operator() == LogicalOperator.OR ? OR : AND;
            case ExpressionSyntax.Membership _,ExpressionSyntax.Between _ -> EQUALITY;
            case ExpressionSyntax.Comparison comparison -> level(comparison.operator());
            case ExpressionSyntax.Arithmetic arithmetic -> level(arithmetic.terms().getFirst().operator());
            case ExpressionSyntax.Negation _ -> UNARY;
            case Literal literal -> level(literal);
            case ExpressionSyntax.Star _,ExpressionSyntax.TypeOf _ -> LITERAL;
            case ExpressionSyntax.NameReference _,ExpressionSyntax.Call _,ExpressionSyntax.Path _,ExpressionSyntax.Missing _ ->
                PATH;
            case ExpressionSyntax.Tabular tabular -> tabular.parenthesised() ? PATH : 0;
        };
    }

    private static int level(Literal literal) {
        boolean negative = literal.value() != null && literal.type().isNumeric() && literal.type() != ScalarType.INT
                && literal.type() != ScalarType.DECIMAL && ((Number) literal.value()).doubleValue() < 0;
        if (negative) {
            return UNARY;
        }
        return literal.type() == ScalarType.DYNAMIC ? PATH : LITERAL;
    }

    private static int level(ComparisonOperator operator) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL, EQUAL_TILDE, NOT_EQUAL_TILDE -> EQUALITY;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> RELATION;
            case CONTAINS, NOT_CONTAINS, CONTAINS_CS, NOT_CONTAINS_CS, STARTSWITH, NOT_STARTSWITH, STARTSWITH_CS,
                    NOT_STARTSWITH_CS, ENDSWITH, NOT_ENDSWITH, ENDSWITH_CS, NOT_ENDSWITH_CS, HAS, NOT_HAS, HAS_CS,
                    NOT_HAS_CS, HASPREFIX, NOT_HASPREFIX, HASPREFIX_CS, NOT_HASPREFIX_CS, HASSUFFIX, NOT_HASSUFFIX,
                    HASSUFFIX_CS, NOT_HASSUFFIX_CS, MATCHES_REGEX, LIKE, NOT_LIKE, LIKE_CS, NOT_LIKE_CS, SEARCH ->
                STRING;
        };
    }

    private static int level(ArithmeticOperator operator) {
        return switch (operator) {
            case ADD, SUBTRACT -> ADDITIVE;
            case MULTIPLY, DIVIDE, MODULO -> MULTIPLICATIVE;
        };
    }

    void print(ExpressionSyntax expression) {
        switch (expression) {
            case Literal literal -> out.append(LiteralPrinter.print(literal));
            case ExpressionSyntax.NameReference name -> out.append(Names.written(name.name()));
            case ExpressionSyntax.Path path -> {
                print(path.root(), PATH);
                path.steps().forEach(this::step);
            }
            case ExpressionSyntax.Call call -> call(call.function(), call.arguments());
            case ExpressionSyntax.Negation negation -> {
                out.append("-");
                print(negation.operand(), PATH);
            }
            case ExpressionSyntax.Arithmetic arithmetic -> arithmetic(arithmetic);
            case ExpressionSyntax.Logical logical -> {
                int inner = logical.operator() == LogicalOperator.OR ? AND : EQUALITY;
                out.list(logical.operands(), " " + logical.operator().text() + " ", operand -> print(operand, inner));
            }
            case ExpressionSyntax.Comparison comparison -> comparison(comparison);
            case ExpressionSyntax.Membership membership -> {
                print(membership.value(), RELATION);
                out.append(" " + membership.operator().text() + " (");
                out.list(membership.items(), ", ", this::print);
                out.append(")");
            }
            case ExpressionSyntax.Between between -> {
                print(between.value(), RELATION);
                out.append(between.negated() ? " !between (" : " between (");
                print(between.low(), ADDITIVE);
                out.append(" .. ");
                print(between.high(), ADDITIVE);
                out.append(")");
            }
            case ExpressionSyntax.Star _ -> out.append("*");
            case ExpressionSyntax.Tabular tabular -> tabular(tabular);
            case ExpressionSyntax.TypeOf typeOf -> {
                out.append("typeof(").append(typeOf.anyColumns() ? "*" : "");
                typeOf.type().ifPresent(type -> out.append(type.keyword()));
                out.columns(typeOf.columns());
                out.append(")");
            }
            case ExpressionSyntax.Missing _ -> out.append("…");
        }
    }

    private void tabular(ExpressionSyntax.Tabular tabular) {
        out.append(tabular.parenthesised() ? "(" : "");
        out.pipeline(tabular.pipeline());
        out.append(tabular.parenthesised() ? ")" : "");
    }

    private void arithmetic(ExpressionSyntax.Arithmetic arithmetic) {
        int inner = level(arithmetic) + 1;
        print(arithmetic.first(), inner);
        for (ExpressionSyntax.ArithmeticTerm term : arithmetic.terms()) {
            out.append(" " + term.operator().text() + " ");
            print(term.operand(), inner);
        }
    }

    private void comparison(ExpressionSyntax.Comparison comparison) {
        int inner = level(comparison.operator()) + 1;
        print(comparison.left(), inner);
        out.append(" " + comparison.operator().text() + " ");
        print(comparison.right(), inner);
    }

    private void step(PathStep step) {
        switch (step) {
            case PathStep.Member member -> out.append(".").name(member.name());
            case PathStep.Index index -> {
                out.append("[");
                print(index.index());
                out.append("]");
            }
            case PathStep.Invocation invocation -> {
                out.append(".").append(invocation.function().text());
                arguments(invocation.arguments());
            }
        }
    }

    private void call(Name function, List<NamedExpression> arguments) {
        out.name(function);
        arguments(arguments);
    }

    private void arguments(List<NamedExpression> arguments) {
        out.append("(");
        named(arguments);
        out.append(")");
    }

    void named(List<NamedExpression> expressions) {
        out.list(expressions, ", ", this::named);
    }

    void named(NamedExpression expression) {
        if (!expression.names().isEmpty()) {
            out.append(expression.tuple() ? "(" : "");
            out.list(expression.names(), ", ", out::name);
            out.append(expression.tuple() ? ") = " : " = ");
        }
        print(expression.value());
    }
}

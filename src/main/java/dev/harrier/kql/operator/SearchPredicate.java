package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.syntax.ComparisonOperator;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Optional;

/** Reads a predicate of {@code search} and {@code find}: a lone text is a term that some column has. */
final class SearchPredicate {
    private final boolean caseSensitive;
    private final BindContext context;
    private boolean failed;

    SearchPredicate(boolean caseSensitive, BindContext context) {
        this.caseSensitive = caseSensitive;
        this.context = context;
    }

    /** The predicate in terms of ordinary operators; empty, and said, if it has a part that is not done. */
    Optional<ExpressionSyntax> read(ExpressionSyntax syntax) {
        ExpressionSyntax read = condition(syntax);
        return failed ? Optional.empty() : Optional.of(read);
    }

    private ExpressionSyntax condition(ExpressionSyntax syntax) {
        return switch (syntax) {
            case ExpressionSyntax.Literal literal when literal.type() != ScalarType.BOOL -> term(
                    new ExpressionSyntax.Star(literal.span()), literal, literal.span());
            case ExpressionSyntax.Star star -> new ExpressionSyntax.Literal(star.span(), ScalarType.BOOL, true, false);
            case ExpressionSyntax.Logical logical -> new ExpressionSyntax.Logical(logical.span(), logical.operator(),
                    logical.operands().stream().map(this::condition).toList());
            case ExpressionSyntax.Call call when call.function().text().equals("not")
                    && call.arguments().size() == 1 ->
                new ExpressionSyntax.Call(call.span(), call.function(), List.of(negated(call.arguments().getFirst())));
            case ExpressionSyntax.Comparison comparison when comparison.operator() == ComparisonOperator.SEARCH
                    && comparison.right() instanceof ExpressionSyntax.Literal literal ->
                term(comparison.left(), literal, comparison.operatorSpan());
            default -> syntax;
        };
    }

    private NamedExpression negated(NamedExpression argument) {
        return new NamedExpression(argument.span(), argument.names(), argument.tuple(), condition(argument.value()));
    }

    private ExpressionSyntax term(ExpressionSyntax column, ExpressionSyntax.Literal literal, SourceSpan span) {
        String text = Conversions.toText(literal.type(), literal.value());
        boolean before = text.startsWith("*");
        boolean after = text.length() > 1 && text.endsWith("*");
        String core = text.substring(before ? 1 : 0, text.length() - (after ? 1 : 0));
        if (core.contains("*")) {
            Extraction.refuse(literal.span(), "a term with '*' in its middle", "use 'matches regex'", context);
            failed = true;
        }
        if (core.isEmpty()) {
            return new ExpressionSyntax.Literal(literal.span(), ScalarType.BOOL, true, false);
        }
        ExpressionSyntax.Literal needle = new ExpressionSyntax.Literal(literal.span(), ScalarType.STRING, core,
                literal.hidden());
        return new ExpressionSyntax.Comparison(literal.span(), span, operator(before, after), column, needle);
    }

    private ComparisonOperator operator(boolean before, boolean after) {
        if (before && after) {
            return caseSensitive ? ComparisonOperator.CONTAINS_CS : ComparisonOperator.CONTAINS;
        }
        if (before) {
            return caseSensitive ? ComparisonOperator.HASSUFFIX_CS : ComparisonOperator.HASSUFFIX;
        }
        if (after) {
            return caseSensitive ? ComparisonOperator.HASPREFIX_CS : ComparisonOperator.HASPREFIX;
        }
        return caseSensitive ? ComparisonOperator.HAS_CS : ComparisonOperator.HAS;
    }
}

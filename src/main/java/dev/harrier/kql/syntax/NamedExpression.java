package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/**
 * An expression with the names that the text gives it: none in {@code f(x)}, one in {@code a = f(x)}, any number in
 * {@code (a, b) = f(x)}. Also an argument of a call, where the name selects the parameter.
 *
 * @param tuple whether the names were written in parentheses
 */
public record NamedExpression(SourceSpan span, List<Name> names, boolean tuple, ExpressionSyntax value)
        implements
            SyntaxNode {}

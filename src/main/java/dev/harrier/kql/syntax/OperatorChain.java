package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/**
 * Operators without a source of their own, as in the parentheses of {@code mv-apply … on (where x | take 1)},
 * {@code fork}, {@code facet} and {@code partition}.
 */
public record OperatorChain(SourceSpan span, List<OperatorSyntax> operators) implements SyntaxNode {}

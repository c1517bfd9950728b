package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;

/**
 * A parameter of an operator written {@code name=value}: {@code kind=inner}, {@code hint.strategy=shuffle},
 * {@code withsource=Source}. A bare word as value is a {@link ExpressionSyntax.NameReference}.
 */
public record Setting(SourceSpan span, Name name, ExpressionSyntax value) implements SyntaxNode {}

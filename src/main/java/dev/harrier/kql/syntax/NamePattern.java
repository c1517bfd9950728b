package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;

/**
 * A name, or a pattern of names when {@code wildcard}: {@code *} in it stands for any text, as in {@code Sign*}.
 *
 * @param text the bare name, or the pattern with its asterisks
 */
public record NamePattern(SourceSpan span, String text, boolean wildcard) implements SyntaxNode {}

package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;

/** A name as meant: {@code ['my column']} and {@code my_column} both carry the bare text. */
public record Name(SourceSpan span, String text) implements SyntaxNode {}

package dev.harrier.kql.syntax;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;

/** {@code name: type}, as in the head of a {@code datatable}. */
public record ColumnDeclaration(SourceSpan span, Name name, ScalarType type) implements SyntaxNode {}

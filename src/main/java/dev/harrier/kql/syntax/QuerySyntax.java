package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** A whole query text: its statements in order. Each {@link Statement.Query} among them yields one result table. */
public record QuerySyntax(SourceSpan span, List<Statement> statements) implements SyntaxNode {}

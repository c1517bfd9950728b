package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** A source and the operators that its rows run through, in the order written: {@code T | where x | count}. */
public record Pipeline(SourceSpan span, SourceSyntax source, List<OperatorSyntax> operators) implements SyntaxNode {}

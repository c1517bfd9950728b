package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;

/** A piece of a syntax tree. Trees are immutable; they say what was written, not what it means. */
public interface SyntaxNode {
    /** Where it stands in the query text. */
    SourceSpan span();
}

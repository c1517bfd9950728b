package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;
import java.util.Optional;

/** An expression to sort by. What is not written is absent: the default is {@code desc}, nulls by the direction. */
public record SortKey(SourceSpan span, ExpressionSyntax value, Optional<Direction> direction,
        Optional<NullsPlacement> nulls) implements SyntaxNode {

    /** Smallest or greatest first. */
    public enum Direction {
        ASCENDING, DESCENDING
    }

    /** Where nulls go. */
    public enum NullsPlacement {
        FIRST, LAST
    }
}

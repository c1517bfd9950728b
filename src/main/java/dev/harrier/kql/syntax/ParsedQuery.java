package dev.harrier.kql.syntax;

import dev.harrier.kql.type.Diagnostic;
import java.util.List;

/**
 * What parsing a text gave. With errors, the tree holds what could be understood: gaps are
 * {@link ExpressionSyntax.Missing}, {@link SourceSyntax.Missing} and {@link OperatorSyntax.Unknown}, about which nothing
 * more needs to be said.
 *
 * @param diagnostics by position
 * @param deep whether the tree, or what is made of it, is so deep that it is walked on a {@link LargeStack}
 */
public record ParsedQuery(String text, QuerySyntax query, List<Diagnostic> diagnostics, boolean deep) {

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}

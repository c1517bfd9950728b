package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * A function in a {@code let}: {@code (parameters) { statements; body }}.
 *
 * @param view whether it takes part in {@code union *} and {@code search *}
 * @param statements the statements before the body, {@code let} for the most part
 * @param body scalar or tabular; absent in a function without a body, which is legal until it is called
 */
public record FunctionSyntax(SourceSpan span, boolean view, List<ParameterSyntax> parameters,
        List<Statement> statements, Optional<ExpressionSyntax> body) implements SyntaxNode {}

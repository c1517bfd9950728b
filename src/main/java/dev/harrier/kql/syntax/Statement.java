package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A statement of a query text; statements are separated by semicolons. */
public sealed interface Statement extends SyntaxNode {

    /**
     * {@code let name = value}. A tabular value that is visibly tabular is an {@link ExpressionSyntax.Tabular}; a bare
     * name or a call is what its binding says it is.
     */
    record Let(SourceSpan span, Name name, ExpressionSyntax value) implements Statement {}

    /** {@code let name = (parameters) { body }}. */
    record LetFunction(SourceSpan span, Name name, FunctionSyntax function) implements Statement {}

    /** {@code set name = value}; the value is a literal or a bare word, and may be absent. */
    record SetOption(SourceSpan span, Name name, Optional<ExpressionSyntax> value) implements Statement {}

    /** {@code declare query_parameters (name: type = default, …)}. */
    record DeclareParameters(SourceSpan span, List<ParameterSyntax> parameters) implements Statement {}

    /** A tabular expression whose rows are a result. */
    record Query(SourceSpan span, Pipeline pipeline) implements Statement {}

    /** {@code alias}, {@code restrict}, {@code declare pattern}: known, and refused by the binder under its name. */
    record Refused(SourceSpan span, Name name) implements Statement {}
}

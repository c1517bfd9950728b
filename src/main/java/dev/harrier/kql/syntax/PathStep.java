package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** One step of an {@link ExpressionSyntax.Path}. */
public sealed interface PathStep extends SyntaxNode {

    /** {@code .name}, {@code .['any name']}. */
    record Member(SourceSpan span, Name name) implements PathStep {}

    /** {@code [0]}, {@code [-1]}, {@code ["key"]}, {@code [expression]}, and the legacy {@code .[0]}. */
    record Index(SourceSpan span, ExpressionSyntax index) implements PathStep {}

    /** {@code .name(arguments)}, as in {@code cluster("c").database("d")}. */
    record Invocation(SourceSpan span, Name function, List<NamedExpression> arguments) implements PathStep {}
}

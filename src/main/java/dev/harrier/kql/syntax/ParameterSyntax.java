package dev.harrier.kql.syntax;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Optional;

/** A declared parameter of a function or of the whole query. */
public sealed interface ParameterSyntax extends SyntaxNode {
    Name name();

    /** {@code name: type} or {@code name: type = default}. */
    record Scalar(SourceSpan span, Name name, ScalarType type, Optional<ExpressionSyntax> defaultValue)
            implements
                ParameterSyntax {}

    /**
     * {@code name: (column: type, …)}, or {@code name: (*)} when {@code anyColumns}, and then the columns are empty.
     */
    record Table(SourceSpan span, Name name, List<ColumnDeclaration> columns, boolean anyColumns)
            implements
                ParameterSyntax {}
}

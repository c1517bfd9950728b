package dev.harrier.kql.syntax;

import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** Where the rows of a {@link Pipeline} come from. */
public sealed interface SourceSyntax extends SyntaxNode {

    /** A table, a {@code let} name, or a tabular parameter. */
    record Named(SourceSpan span, Name name) implements SourceSyntax {}

    /** {@code Sign*}: every table whose name fits; only in {@code union}, {@code search in} and {@code find in}. */
    record Wildcard(SourceSpan span, NamePattern pattern) implements SourceSyntax {}

    /** {@code table("x")}, {@code materialize(…)}, {@code _GetWatchlist('x')}, a function of the user. */
    record FunctionCall(SourceSpan span, ExpressionSyntax.Call call) implements SourceSyntax {}

    /**
     * {@code workspace("x").Table}, {@code cluster("c").database("d").f(1)}: a path that starts with a name or a call
     * and whose steps are {@link PathStep.Member} or {@link PathStep.Invocation}.
     */
    record Qualified(SourceSpan span, ExpressionSyntax.Path path) implements SourceSyntax {}

    /** {@code (T | where x)}. */
    record Parenthesised(SourceSpan span, Pipeline pipeline) implements SourceSyntax {}

    /** {@code datatable (a: long, b: string) [1, "x", …]}; the values run row by row. */
    record Datatable(SourceSpan span, List<ColumnDeclaration> columns, List<ExpressionSyntax> values)
            implements
                SourceSyntax {}

    /** {@code print a = 1, 2}. */
    record Print(SourceSpan span, List<NamedExpression> columns) implements SourceSyntax {}

    /** {@code range x from 1 to 10 step 2}. */
    record Range(SourceSpan span, Name column, ExpressionSyntax from, ExpressionSyntax to, ExpressionSyntax step)
            implements
                SourceSyntax {}

    /** {@code externaldata (a: string) ["https://…"] with (format="csv")}. */
    record ExternalData(SourceSpan span, List<ColumnDeclaration> columns, List<ExpressionSyntax> locations,
            List<Setting> properties) implements SourceSyntax {}

    /** An operator that may lead: {@code union}, {@code search}, {@code find}, {@code evaluate}. */
    record Leading(SourceSpan span, OperatorSyntax operator) implements SourceSyntax {}

    /** A scalar expression where rows are expected, such as {@code 1 + 1}: the binder says so. */
    record Scalar(SourceSpan span, ExpressionSyntax value) implements SourceSyntax {}

    /** A gap of which the parser has told already. */
    record Missing(SourceSpan span) implements SourceSyntax {}
}

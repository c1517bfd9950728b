package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.FunctionSyntax;

/** What a name of the query's own stands for. */
sealed interface Binding {

    /**
     * A value.
     *
     * @param row the rows whose columns the expression refers to; {@code null} if it refers to none
     */
    record Scalar(Expression expression, Rows row) implements Binding {}

    /** Rows. */
    record Tabular(Rows rows) implements Binding {}

    /** A function, with the names that its body sees. */
    record Function(String name, FunctionSyntax syntax, Scope scope) implements Binding {}
}

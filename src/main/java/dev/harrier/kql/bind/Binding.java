package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.FunctionSyntax;
import dev.harrier.kql.type.Diagnostic;
import java.util.List;

/** What a name of the query's own stands for. */
sealed interface Binding {

    /**
     * A value.
     *
     * @param row the rows whose columns the expression refers to; {@code null} if it refers to none
     */
    record Scalar(Expression expression, Rows row) implements Binding {}

    /**
     * Rows.
     *
     * @param missing what is to be said of tables that are not there, once the rows are used
     */
    record Tabular(Rows rows, List<Diagnostic> missing) implements Binding {
        Tabular(Rows rows) {
            this(rows, List.of());
        }
    }

    /** A function, with the names that its body sees. */
    record Function(String name, FunctionSyntax syntax, Scope scope) implements Binding {}
}

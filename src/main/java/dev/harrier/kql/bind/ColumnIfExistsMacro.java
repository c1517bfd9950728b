package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Column;
import java.util.List;
import java.util.Optional;

/** {@code column_ifexists("name", default)}: the column if there is one, else the default. */
final class ColumnIfExistsMacro implements BoundMacro {
    @Override
    public List<String> names() {
        return List.of("column_ifexists", "columnifexists");
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 2, 2, binder)) {
            return Poison.EXPRESSION;
        }
        Optional<String> name = MacroArguments.constantText(MacroArguments.syntax(call, 0), binder);
        Expression otherwise = binder.bind(MacroArguments.syntax(call, 1));
        if (name.isEmpty() || binder.row().isDoubtful() || binder.row().isDoubtful(name.get())) {
            return Poison.EXPRESSION;
        }
        Optional<Column> column = binder.row().column(name.get());
        return column.isEmpty()
                ? otherwise
                : new dev.harrier.kql.expr.ColumnRef(name.get(), column.get().type(), call.span());
    }
}

package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.ExpressionSyntax;
import java.util.Optional;

/** {@code table("name")}: a table by a constant, which may be the argument of one of the query's functions. */
final class TableFunction implements TabularFunction {
    @Override
    public String name() {
        return "table";
    }

    @Override
    public Rows bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 1, 2, binder)) {
            return Rows.unknown(call.span());
        }
        ExpressionSyntax argument = MacroArguments.syntax(call, 0);
        Optional<String> name = MacroArguments.constantText(argument, binder);
        return name.map(text -> binder.context().sources().named(text, argument.span()))
                .orElseGet(() -> Rows.unknown(call.span()));
    }
}

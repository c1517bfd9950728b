package dev.harrier.kql.bind;

import dev.harrier.kql.plan.Shared;
import dev.harrier.kql.syntax.ExpressionSyntax;

/** {@code materialize(T)}: rows that are computed once, however often they are used. */
final class MaterializeFunction implements TabularFunction {
    @Override
    public String name() {
        return "materialize";
    }

    @Override
    public Rows bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 1, 1, binder)) {
            return Rows.unknown(call.span());
        }
        Rows rows = binder.context().rows(MacroArguments.syntax(call, 0), binder);
        return rows.doubtful()
                ? rows
                : rows.then(new Shared(binder.context().newSharedId(), rows.plan(), call.span()));
    }
}

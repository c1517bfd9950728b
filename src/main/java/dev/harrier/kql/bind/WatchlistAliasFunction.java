package dev.harrier.kql.bind;

import dev.harrier.kql.plan.Values;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;

/** {@code _GetWatchlistAlias}, with or without parentheses: the aliases of all watchlists. */
final class WatchlistAliasFunction implements TabularFunction {
    static final String NAME = "_GetWatchlistAlias";
    private static final Schema SCHEMA = Schema.of(new Column("WatchlistAlias", ScalarType.STRING));

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Rows bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        return MacroArguments.counted(call, 0, 0, binder)
                ? aliases(call.span(), binder.context())
                : Rows.unknown(call.span());
    }

    static Rows aliases(SourceSpan span, BindContext context) {
        List<List<Object>> rows = context.environment().tables().watchlists().aliases().stream()
                .map(alias -> List.<Object>of(alias)).toList();
        return Rows.of(new Values(SCHEMA, rows, span));
    }
}

package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Watchlists;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.Optional;

/** {@code _GetWatchlist("alias")}: the rows of a watchlist. */
final class WatchlistFunction implements TabularFunction {
    @Override
    public String name() {
        return "_GetWatchlist";
    }

    @Override
    public Rows bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 1, 1, binder)) {
            return Rows.unknown(call.span());
        }
        ExpressionSyntax argument = MacroArguments.syntax(call, 0);
        Optional<String> alias = MacroArguments.constantText(argument, binder);
        return alias.map(text -> list(text, argument.span(), binder.context()))
                .orElseGet(() -> Rows.unknown(call.span()));
    }

    private static Rows list(String alias, SourceSpan span, BindContext context) {
        Watchlists lists = context.environment().tables().watchlists();
        Optional<Table> list = lists.find(alias);
        if (list.isPresent()) {
            return context.scan(list.get(), span);
        }
        String[] fixes = Suggestions.of(alias, lists.aliases());
        context.report(Diagnostic.error(Codes.UNKNOWN_TABLE, span,
                "there is no watchlist '" + alias + "'" + Suggestions.question(fixes), fixes));
        return Rows.unknown(span);
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** {@code mv-expand name = value to typeof(type), … limit n}: one row per element of arrays and bags. */
final class MvExpandOperator implements TabularOperator<OperatorSyntax.MvExpand> {
    private static final long LEGACY_LIMIT = 128;

    @Override
    public Class<OperatorSyntax.MvExpand> syntax() {
        return OperatorSyntax.MvExpand.class;
    }

    @Override
    public Rows bind(OperatorSyntax.MvExpand syntax, Rows input, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of("kind", "bagexpansion", "with_itemindex"), context);
        String kindName = settings.has("kind") ? "kind" : "bagexpansion";
        boolean bagsAsArrays = settings.choice(kindName, List.of("bag", "array")).equals("array");
        OptionalLong limit = syntax.limit()
                .map(count -> context.count(count, 0))
                .orElse(OptionalLong.of(syntax.legacy() ? LEGACY_LIMIT : Long.MAX_VALUE));
        Expansion expansion = new Expansion(input, context);
        syntax.columns().forEach(expansion::column);
        if (input.doubtful() || limit.isEmpty() || expansion.failed()) {
            return input.doubtful() ? input : expansion.doubtfully();
        }
        Optional<String> index = settings.word("with_itemindex")
                .map(name -> OutputColumns.unique(name, expansion.names()));
        return input.then(new MvExpand(expansion.plan(syntax.span()), expansion.columns(), index, bagsAsArrays,
                limit.getAsLong(), syntax.span()));
    }
}

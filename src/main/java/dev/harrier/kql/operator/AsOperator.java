package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.plan.Shared;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.Set;

/**
 * {@code as Name}: gives the rows a name for the rest of the query. With {@code hint.materialized=true} they are computed
 * once, however often the name is used; else each use may be planned by itself.
 */
final class AsOperator implements TabularOperator<OperatorSyntax.As> {
    @Override
    public Class<OperatorSyntax.As> syntax() {
        return OperatorSyntax.As.class;
    }

    @Override
    public Rows bind(OperatorSyntax.As syntax, Rows input, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of(), context);
        boolean shared = settings.isTrue("hint.materialized") && !input.doubtful();
        Rows rows = shared
                ? input.then(new Shared(context.newSharedId(), input.plan(), syntax.span()))
                : input;
        Rows named = rows.withName(syntax.name().text());
        context.define(syntax.name(), named);
        return named;
    }
}

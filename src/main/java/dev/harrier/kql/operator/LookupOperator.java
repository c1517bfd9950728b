package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code lookup kind=k (T) on keys}: a join that leaves out the keys of the right side. */
final class LookupOperator implements TabularOperator<OperatorSyntax.Lookup> {
    @Override
    public Class<OperatorSyntax.Lookup> syntax() {
        return OperatorSyntax.Lookup.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Lookup syntax, Rows input, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of("kind"), context);
        boolean inner = settings.choice("kind", List.of("leftouter", "inner")).equals("inner");
        Rows right = context.pipeline(syntax.right());
        List<Join.Key> keys = JoinKeys.bind(syntax.conditions(), input, right, context);
        if (input.doubtful() || right.doubtful() || keys.isEmpty()) {
            return Rows.unknown(syntax.span());
        }
        Set<String> dropped = new HashSet<>();
        keys.forEach(key -> dropped.addAll(Expressions.columns(key.right())));
        Join join = new Join(input.plan(), right.plan(), inner ? Join.Kind.INNER : Join.Kind.LEFT_OUTER, keys,
                JoinOperator.rightNames(input, right, dropped), syntax.span());
        return input.then(join, List.of(right));
    }
}

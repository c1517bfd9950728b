package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.plan.Sort;
import dev.harrier.kql.plan.SortOrder;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code sort by a asc, b}, {@code order by …}. */
final class SortOperator implements TabularOperator<OperatorSyntax.Sort> {
    @Override
    public Class<OperatorSyntax.Sort> syntax() {
        return OperatorSyntax.Sort.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Sort syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of(), context);
        List<SortOrder> orders = new ArrayList<>();
        for (SortKey key : syntax.keys()) {
            SortKeys.bind(key, input, context).ifPresent(orders::add);
        }
        Rows sorted = orders.isEmpty() ? input : input.then(new Sort(input.plan(), orders, syntax.span()));
        return sorted.withSerialized(true);
    }
}

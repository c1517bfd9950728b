package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AggregateBinder;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.List;

/** {@code count}, {@code count as Name}: one row with the number of rows. */
final class CountOperator implements TabularOperator<OperatorSyntax.Count> {
    @Override
    public Class<OperatorSyntax.Count> syntax() {
        return OperatorSyntax.Count.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Count syntax, Rows input, BindContext context) {
        String name = syntax.as().map(Name::text).orElse("Count");
        return AggregateBinder.countRows(name, syntax.span(), context)
                .map(call -> Rows.of(new Aggregate(input.plan(), List.of(), List.of(call), syntax.span())))
                .orElseGet(() -> Rows.unknown(syntax.span()));
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.Optional;
import java.util.Set;

/** {@code sample n}: that many rows at random. */
final class SampleOperator implements TabularOperator<OperatorSyntax.Sample> {
    @Override
    public Class<OperatorSyntax.Sample> syntax() {
        return OperatorSyntax.Sample.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Sample syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of(), context);
        Optional<Expression> count = context.rowCount(syntax.count(), 0);
        return count.isEmpty()
                ? input.withoutName()
                : input.then(new SampleRows(input.plan(), count.get(), syntax.span())).withSerialized(false);
    }
}

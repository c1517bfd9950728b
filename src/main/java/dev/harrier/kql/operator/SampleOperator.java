package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.OptionalLong;
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
        OptionalLong count = context.count(syntax.count(), 0);
        return count.isEmpty()
                ? input.withoutName()
                : input.then(new SampleRows(input.plan(), count.getAsLong(), syntax.span())).withSerialized(false);
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.syntax.OperatorSyntax;

/** {@code serialize name = expression, …}: fixes the order that the rows have, so that window functions may use it. */
final class SerializeOperator implements TabularOperator<OperatorSyntax.Serialize> {
    @Override
    public Class<OperatorSyntax.Serialize> syntax() {
        return OperatorSyntax.Serialize.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Serialize syntax, Rows input, BindContext context) {
        Rows serialized = input.withSerialized(true);
        return syntax.columns().isEmpty()
                ? serialized.withoutName()
                : Projections.extend(syntax.columns(), serialized, syntax.span(), context);
    }
}

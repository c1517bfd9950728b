package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code sample-distinct n of value}: that many distinct values, whichever they are. */
final class SampleDistinctOperator implements TabularOperator<OperatorSyntax.SampleDistinct> {
    @Override
    public Class<OperatorSyntax.SampleDistinct> syntax() {
        return OperatorSyntax.SampleDistinct.class;
    }

    @Override
    public Rows bind(OperatorSyntax.SampleDistinct syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of(), context);
        Optional<Expression> count = context.rowCount(syntax.count(), 0);
        Expression value = context.scalar(syntax.of(), input);
        if (input.doubtful() || count.isEmpty() || Poison.is(value)) {
            return Rows.unknown(syntax.span());
        }
        if (value.type() == ScalarType.DYNAMIC) {
            context.error(Codes.TYPE_NOT_ALLOWED, syntax.of().span(),
                    "dynamic values cannot be told apart; say which type they are, as in tostring()");
            return Rows.unknown(syntax.span());
        }
        String name = AutoNames.of(syntax.of(), context).orElse("Column1");
        Aggregate distinct = new Aggregate(input.plan(), List.of(new NamedExpression(name, value)), List.of(),
                syntax.span());
        return input.then(ComputedLimit.first(distinct, count.get(), syntax.span())).withSerialized(false)
                .withDoubtfulColumns(Set.of());
    }
}

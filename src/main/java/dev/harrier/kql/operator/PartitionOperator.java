package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Set;

/** {@code partition by key (operators)}: the operators run for the rows of each key on their own. */
final class PartitionOperator implements TabularOperator<OperatorSyntax.Partition> {
    @Override
    public Class<OperatorSyntax.Partition> syntax() {
        return OperatorSyntax.Partition.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Partition syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of(), context);
        Expression key = context.scalar(syntax.key(), input);
        if (syntax.operators().isEmpty()) {
            Extraction.refuse(syntax.span(), "'partition' with a query in braces", "write operators in parentheses",
                    context);
            return Rows.unknown(syntax.span());
        }
        if (!Poison.is(key) && (!(key instanceof ColumnRef) || key.type() == ScalarType.DYNAMIC)) {
            context.error(Codes.COLUMN_EXPECTED, syntax.key().span(), "expected a column that is not dynamic");
            return Rows.unknown(syntax.span());
        }
        Rows given = input.doubtful()
                ? input
                : Rows.of(GivenRows.place(input.schema(), syntax.span())).withSerialized(input.serialized())
                        .withDoubtfulColumns(input.doubtfulColumns()).withHidden(input.hidden());
        Rows body = context.nested().operators(given, syntax.operators().get().operators());
        if (input.doubtful() || body.doubtful() || !(key instanceof ColumnRef column)) {
            return Rows.unknown(syntax.span());
        }
        if (!GivenRows.isSelfContained(body.plan())) {
            Extraction.refuse(syntax.span(), "'partition' with operators that read other tables", "", context);
            return Rows.unknown(syntax.span());
        }
        return input.then(new Partition("partition", input.plan(), List.of(column.name()), body.plan(), syntax.span()))
                .withSerialized(false).withDoubtfulColumns(body.doubtfulColumns()).withHidden(body.hidden());
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.expr.ScalarSubquery;
import dev.harrier.kql.plan.Limit;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Set;

/**
 * {@code partition by key (operators)}: the operators run for the rows of each key on their own. {@code partition by key
 * { query }}: the query runs for each key, and can name it.
 */
final class PartitionOperator implements TabularOperator<OperatorSyntax.Partition> {
    @Override
    public Class<OperatorSyntax.Partition> syntax() {
        return OperatorSyntax.Partition.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Partition syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of(), context);
        Expression key = context.scalar(syntax.key(), input);
        if (!Poison.is(key) && (!(key instanceof ColumnRef) || key.type() == ScalarType.DYNAMIC)) {
            context.error(Codes.COLUMN_EXPECTED, syntax.key().span(), "expected a column that is not dynamic");
            return Rows.unknown(syntax.span());
        }
        GivenRows place = GivenRows.place(context.newSharedId(), input.schema(), syntax.span());
        Rows given = input.doubtful()
                ? input
                : Rows.of(place).withSerialized(input.serialized())
                        .withDoubtfulColumns(input.doubtfulColumns()).withHidden(input.hidden());
        Rows body = syntax.operators().isPresent()
                ? context.nested().operators(given, syntax.operators().get().operators())
                : query(syntax, key, given, context);
        if (input.doubtful() || body.doubtful() || !(key instanceof ColumnRef column)) {
            return Rows.unknown(syntax.span());
        }
        if (place.mixes(body.plan())) {
            Extraction.refuse(syntax.span(), "'partition' with operators that read the rows of an operator around it",
                    "", context);
            return Rows.unknown(syntax.span());
        }
        return input.then(new Partition("partition", input.plan(), List.of(column.name()), place, body.plan(),
                syntax.span()))
                .withSerialized(false).withDoubtfulColumns(body.doubtfulColumns()).withHidden(body.hidden());
    }

    /** The query in braces, in which the key's name stands for its value in the partition. */
    private static Rows query(OperatorSyntax.Partition syntax, Expression key, Rows given, BindContext context) {
        if (!(key instanceof ColumnRef column) || given.doubtful()) {
            return Rows.unknown(syntax.span());
        }
        PlanNode values = new Project(new Limit(given.plan(), 1, syntax.span()),
                List.of(new NamedExpression(column.name(), column)), syntax.span());
        BindContext inner = context.nested();
        inner.define(column.name(), new ScalarSubquery(values, column.type(), syntax.span()));
        return inner.pipeline(syntax.pipeline().orElseThrow());
    }
}

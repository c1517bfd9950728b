package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AggregateBinder;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.BranchingOperator;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code facet by a, b with (operators)}: what the operators give, if there are any, then for each column its values and
 * how many rows have them.
 */
final class FacetOperator implements BranchingOperator<OperatorSyntax.Facet> {
    @Override
    public Class<OperatorSyntax.Facet> syntax() {
        return OperatorSyntax.Facet.class;
    }

    @Override
    public List<Branch> branches(OperatorSyntax.Facet syntax, Rows input, BindContext context) {
        Rows given = ForkOperator.once(input, syntax.span(), context);
        List<Branch> branches = new ArrayList<>();
        syntax.with().ifPresent(body -> branches
                .add(new Branch(Optional.empty(), context.nested().operators(given, body.operators()))));
        for (NamedExpression key : syntax.keys()) {
            branches.add(new Branch(Optional.empty(), counts(key, given, syntax, context)));
        }
        return branches;
    }

    private static Rows counts(NamedExpression key, Rows given, OperatorSyntax.Facet syntax, BindContext context) {
        if (!key.names().isEmpty() || !(key.value() instanceof ExpressionSyntax.NameReference name)) {
            context.error(Codes.COLUMN_EXPECTED, key.span(), "expected a column");
            return Rows.unknown(syntax.span());
        }
        Expression value = context.scalar(name, given);
        if (Poison.is(value)) {
            return Rows.unknown(syntax.span());
        }
        if (value.type() == ScalarType.DYNAMIC) {
            context.error(Codes.TYPE_NOT_ALLOWED, key.span(),
                    "rows cannot be grouped by a dynamic value; say which type it is, as in tostring()");
            return Rows.unknown(syntax.span());
        }
        Optional<AggregateCall> count = AggregateBinder.countRows("count_" + name.name(), syntax.span(), context);
        if (count.isEmpty() || given.doubtful()) {
            return Rows.unknown(syntax.span());
        }
        dev.harrier.kql.expr.NamedExpression column = new dev.harrier.kql.expr.NamedExpression(name.name(), value);
        return given.then(new Aggregate(given.plan(), List.of(column), List.of(count.get()), syntax.span()))
                .withSerialized(false);
    }
}

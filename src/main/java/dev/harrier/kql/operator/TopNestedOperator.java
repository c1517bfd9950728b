package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AggregateBinder;
import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Shared;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.TopNestedLevel;
import dev.harrier.kql.syntax.SortKey;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code top-nested n of key by aggregate, …}: the best keys, within each of them the best keys of the next level, and so
 * on.
 */
final class TopNestedOperator implements TabularOperator<OperatorSyntax.TopNested> {
    @Override
    public Class<OperatorSyntax.TopNested> syntax() {
        return OperatorSyntax.TopNested.class;
    }

    @Override
    public Rows bind(OperatorSyntax.TopNested syntax, Rows input, BindContext context) {
        OutputColumns output = new OutputColumns(context);
        List<TopNestedLevels.Level> levels = new ArrayList<>();
        for (TopNestedLevel level : syntax.levels()) {
            Optional<TopNestedLevels.Level> bound = input.doubtful()
                    ? Optional.empty()
                    : level(level, input, output, context);
            bound.ifPresent(levels::add);
        }
        if (levels.size() < syntax.levels().size()) {
            return Rows.unknown(syntax.span());
        }
        PlanNode rows = levels.size() == 1 && levels.getFirst().others().isEmpty()
                ? input.plan()
                : new Shared(context.newSharedId(), input.plan(), syntax.span());
        PlanNode result = new TopNestedLevels(rows, levels, syntax.span(), context).plan();
        return input.then(result).withSerialized(true).withDoubtfulColumns(Set.of());
    }

    private static Optional<TopNestedLevels.Level> level(TopNestedLevel syntax, Rows input, OutputColumns output,
            BindContext context) {
        Optional<Expression> count = syntax.count().flatMap(number -> context.rowCount(number, 0));
        Expression key = context.scalar(syntax.key().value(), input);
        if (Poison.is(key) || syntax.count().isPresent() && count.isEmpty()) {
            return Optional.empty();
        }
        if (key.type() == ScalarType.DYNAMIC) {
            context.error(Codes.TYPE_NOT_ALLOWED, syntax.key().span(),
                    "rows cannot be grouped by a dynamic value; say which type it is, as in tostring()");
            return Optional.empty();
        }
        Optional<Expression> others = syntax.others().map(value -> context.scalar(value, RowScope.NONE));
        if (others.filter(Poison::is).isPresent()) {
            return Optional.empty();
        }
        ExpressionSyntax value = syntax.aggregate().value();
        if (!AggregateBinder.isAggregate(value, context)) {
            Extraction.refuse(value.span(), "'top-nested' by something else than an aggregate", "", context);
            return Optional.empty();
        }
        Optional<AggregateBinder.Bound> bound = new AggregateBinder(context, context.expressions(input), Set.of())
                .bind((ExpressionSyntax.Call) value);
        if (bound.isEmpty() || bound.get().types().size() != 1) {
            return Optional.empty();
        }
        String keyName = name(syntax.key().names(), AutoNames.of(syntax.key().value(), context).orElse("Column1"), key,
                output);
        String valueName = name(syntax.aggregate().names(), "aggregated_" + keyName, key, output);
        boolean descending = syntax.direction().orElse(SortKey.Direction.DESCENDING) == SortKey.Direction.DESCENDING;
        return Optional.of(new TopNestedLevels.Level(count, new NamedExpression(keyName, key),
                bound.get().named(List.of(valueName)), descending,
                others.map(constant -> context.cast(key.type(), constant))));
    }

    private static String name(List<Name> names, String automatic, Expression value, OutputColumns output) {
        return names.isEmpty() ? output.add(automatic, value) : output.add(names.getFirst().text(), value);
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AggregateBinder;
import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Shared;
import dev.harrier.kql.plan.Sort;
import dev.harrier.kql.plan.SortOrder;
import dev.harrier.kql.plan.TopN;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.TopNestedLevel;
import dev.harrier.kql.syntax.SortKey;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
        List<Level> levels = new ArrayList<>();
        for (TopNestedLevel level : syntax.levels()) {
            Optional<Level> bound = input.doubtful() ? Optional.empty() : level(level, input, output, context);
            bound.ifPresent(levels::add);
        }
        if (levels.size() < syntax.levels().size()) {
            return Rows.unknown(syntax.span());
        }
        PlanNode rows = levels.size() == 1
                ? input.plan()
                : new Shared(context.newSharedId(), input.plan(), syntax.span());
        PlanNode result = null;
        for (int i = 0; i < levels.size(); i++) {
            result = step(result, rows, levels.subList(0, i + 1), syntax.span());
        }
        if (levels.size() > 1) {
            result = new Sort(result, levels.stream().map(level -> level.order(syntax.span())).toList(), syntax.span());
        }
        return input.then(result).withSerialized(true).withDoubtfulColumns(Set.of());
    }

    /** A bound level; without a count all its keys are kept. */
    private record Level(OptionalLong count, NamedExpression key, AggregateCall aggregate, boolean descending) {
        ColumnRef keyColumn(SourceSpan span) {
            return Columns.reference(key.name(), key.expression(), span);
        }

        SortOrder order(SourceSpan span) {
            ColumnRef value = new ColumnRef(aggregate.outputs().getFirst().name(),
                    aggregate.outputs().getFirst().type(), span);
            return new SortOrder(value, descending, !descending);
        }
    }

    private static Optional<Level> level(TopNestedLevel syntax, Rows input, OutputColumns output,
            BindContext context) {
        if (syntax.others().isPresent()) {
            Extraction.refuse(syntax.span(), "'top-nested' with 'with others'", "", context);
            return Optional.empty();
        }
        OptionalLong count = syntax.count().map(number -> context.count(number, 0)).orElse(OptionalLong.empty());
        Expression key = context.scalar(syntax.key().value(), input);
        if (Poison.is(key) || syntax.count().isPresent() && count.isEmpty()) {
            return Optional.empty();
        }
        if (key.type() == ScalarType.DYNAMIC) {
            context.error(Codes.TYPE_NOT_ALLOWED, syntax.key().span(),
                    "rows cannot be grouped by a dynamic value; say which type it is, as in tostring()");
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
        return Optional.of(new Level(count, new NamedExpression(keyName, key), bound.get().named(List.of(valueName)),
                descending));
    }

    private static String name(List<Name> names, String automatic, Expression value, OutputColumns output) {
        return names.isEmpty() ? output.add(automatic, value) : output.add(names.getFirst().text(), value);
    }

    /** The rows of the levels before, each with the best keys of the last level. */
    private static PlanNode step(PlanNode before, PlanNode rows, List<Level> levels, SourceSpan span) {
        Level last = levels.getLast();
        List<NamedExpression> keys = levels.stream().map(Level::key).toList();
        PlanNode grouped = new Aggregate(rows, keys, List.of(last.aggregate()), span);
        if (before == null) {
            return best(grouped, last, span);
        }
        List<Level> parents = levels.subList(0, levels.size() - 1);
        List<Join.Key> joined = parents.stream()
                .map(level -> new Join.Key(level.keyColumn(span), level.keyColumn(span)))
                .toList();
        List<String> names = new ArrayList<>(Collections.nCopies(parents.size(), null));
        names.add(last.key().name());
        names.add(last.aggregate().outputs().getFirst().name());
        PlanNode pairs = new Join(before, grouped, Join.Kind.INNER, joined, names, span);
        PlanNode body = best(GivenRows.place(pairs.schema(), span), last, span);
        List<String> parentKeys = parents.stream().map(level -> level.key().name()).toList();
        return new Partition("top-nested", pairs, parentKeys, body, span);
    }

    private static PlanNode best(PlanNode input, Level level, SourceSpan span) {
        return level.count().isPresent()
                ? new TopN(input, level.count().getAsLong(), List.of(level.order(span)), span)
                : new Sort(input, List.of(level.order(span)), span);
    }
}

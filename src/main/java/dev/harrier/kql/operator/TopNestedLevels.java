package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.plan.Sort;
import dev.harrier.kql.plan.SortOrder;
import dev.harrier.kql.plan.Union;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The plan of {@code top-nested}, from level to level; and what is left over at levels that ask for it. */
final class TopNestedLevels {
    private static final String EVERYTHING = "$everything";

    /**
     * A level.
     *
     * @param count how many keys are kept; all without it
     * @param others the key of the row for all keys that are not kept, if there is to be one
     */
    record Level(Optional<Expression> count, NamedExpression key, AggregateCall aggregate, boolean descending,
            Optional<Expression> others) {
        Column keyColumn() {
            return key.column();
        }

        Column valueColumn() {
            return aggregate.outputs().getFirst();
        }

        SortOrder order() {
            return new SortOrder(ColumnRef.of(valueColumn()), descending, !descending);
        }
    }

    private final PlanNode rows;
    private final List<Level> levels;
    private final SourceSpan span;
    private final BindContext context;

    TopNestedLevels(PlanNode rows, List<Level> levels, SourceSpan span, BindContext context) {
        this.rows = rows;
        this.levels = levels;
        this.span = span;
        this.context = context;
    }

    PlanNode plan() {
        List<PlanNode> parts = new ArrayList<>();
        PlanNode kept = null;
        for (int i = 0; i < levels.size(); i++) {
            PlanNode next = step(kept, i);
            if (levels.subList(i, levels.size()).stream().anyMatch(level -> level.others().isPresent())) {
                parts.add(rest(kept, next, i));
            }
            kept = next;
        }
        if (levels.size() == 1 && parts.isEmpty()) {
            return kept;
        }
        parts.addFirst(kept);
        PlanNode all = parts.size() == 1 ? kept : new Union(parts, span);
        return new Sort(all, levels.stream().map(Level::order).toList(), span);
    }

    /** The rows of the levels before, each with the best keys of this level. */
    private PlanNode step(PlanNode before, int index) {
        Level last = levels.get(index);
        List<Level> parents = levels.subList(0, index);
        PlanNode grouped = new Aggregate(rows, levels.subList(0, index + 1).stream().map(Level::key).toList(),
                List.of(last.aggregate()), span);
        if (before == null) {
            return best(grouped, last);
        }
        List<String> names = new ArrayList<>(Collections.nCopies(index, null));
        names.add(last.keyColumn().name());
        names.add(last.valueColumn().name());
        PlanNode pairs = new Join(before, grouped, Join.Kind.INNER, sameParents(parents), names, span);
        GivenRows place = GivenRows.place(context.newSharedId(), pairs.schema(), span);
        List<String> parentKeys = parents.stream().map(level -> level.keyColumn().name()).toList();
        return new Partition("top-nested", pairs, parentKeys, place, best(place, last), span);
    }

    private static List<Join.Key> sameParents(List<Level> parents) {
        return parents.stream()
                .map(level -> new Join.Key(ColumnRef.of(level.keyColumn()), ColumnRef.of(level.keyColumn()))).toList();
    }

    private PlanNode best(PlanNode input, Level level) {
        return level.count().isPresent()
                ? ComputedLimit.top(input, level.count().get(), List.of(level.order()), span)
                : new Sort(input, List.of(level.order()), span);
    }

    /** What belongs to a key that was kept above, but to none that is kept here: one row for each key above. */
    private PlanNode rest(PlanNode before, PlanNode kept, int index) {
        PlanNode left = rows;
        if (before != null) {
            left = only(left, before, Join.Kind.LEFT_SEMI, index);
        }
        left = only(left, kept, Join.Kind.LEFT_ANTI, index + 1);
        List<Level> parents = levels.subList(0, index);
        List<Level> open = levels.subList(index, levels.size());
        List<NamedExpression> keys = new ArrayList<>(parents.stream().map(Level::key).toList());
        keys.add(new NamedExpression(EVERYTHING, Literal.of(ScalarType.BOOL, true)));
        List<AggregateCall> calls = open.stream().filter(level -> level.others().isPresent()).map(Level::aggregate)
                .toList();
        PlanNode grouped = new Aggregate(left, keys, calls, span);
        if (before != null) {
            List<String> names = new ArrayList<>(Collections.nCopies(keys.size(), null));
            calls.forEach(call -> names.add(call.outputs().getFirst().name()));
            grouped = new Join(before, grouped, Join.Kind.INNER, sameParents(parents), names, span);
        }
        List<NamedExpression> shown = new ArrayList<>();
        parents.forEach(level -> {
            shown.add(NamedExpression.of(level.keyColumn()));
            shown.add(NamedExpression.of(level.valueColumn()));
        });
        open.forEach(level -> {
            shown.add(new NamedExpression(level.keyColumn().name(),
                    level.others().orElse(Literal.of(level.keyColumn().type(), null))));
            shown.add(level.others().isPresent()
                    ? NamedExpression.of(level.valueColumn())
                    : new NamedExpression(level.valueColumn().name(), Literal.of(level.valueColumn().type(), null)));
        });
        return new Project(grouped, shown, span);
    }

    /** The rows that have, or do not have, the first keys of one of the others. */
    private PlanNode only(PlanNode from, PlanNode others, Join.Kind kind, int count) {
        List<Join.Key> keys = levels.subList(0, count).stream()
                .map(level -> new Join.Key(level.key().expression(), ColumnRef.of(level.keyColumn()))).toList();
        return new Join(from, others, kind, keys, Collections.nCopies(others.schema().size(), null), span);
    }
}

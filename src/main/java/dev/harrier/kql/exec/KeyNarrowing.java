package dev.harrier.kql.exec;

import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.FieldRefs;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.plan.Limit;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.plan.Sort;
import dev.harrier.kql.plan.TopN;
import dev.harrier.kql.plan.Union;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.table.Exactness;
import dev.harrier.kql.table.GroupKey;
import dev.harrier.kql.table.ScanRequest.AggregateScan;
import dev.harrier.kql.table.ScanRequest.CountScan;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets the scans of one side of a join leave out rows whose keys the other side does not have. The join judges every row
 * that comes again, so a storage may give more of them than asked for.
 */
public final class KeyNarrowing implements JoinNarrowing {

    /** With more keys than this the question costs more than the rows that it saves. */
    static final int MOST_KEYS = 50_000;

    /** What one key may be; null keys match null keys. */
    private record Keys(Set<Object> values, boolean orNull) {

        Predicate of(FieldRef field) {
            Predicate in = values.isEmpty()
                    ? new Predicate.Nothing()
                    : new Predicate.In(field, new ArrayList<>(values), false);
            return orNull ? new Predicate.Or(List.of(in, new Predicate.Not(new Predicate.Exists(field)))) : in;
        }
    }

    @Override
    public PlanNode narrow(Join join, Side side, List<Block> keys) {
        PlanNode narrowed = side.of(join);
        for (int i = 0; i < keys.size(); i++) {
            Join.Key pair = join.keys().get(i);
            Expression key = side == Side.LEFT ? pair.left() : pair.right();
            Optional<Keys> known = keys(keys.get(i), key.type());
            if (known.isPresent()) {
                narrowed = push(narrowed, key, known.get());
            }
        }
        return narrowed;
    }

    private static Optional<Keys> keys(Block block, ScalarType type) {
        if (type == ScalarType.DYNAMIC || type == ScalarType.DECIMAL) {
            return Optional.empty();
        }
        Set<Object> values = new LinkedHashSet<>();
        boolean orNull = false;
        for (int row = 0; row < block.size(); row++) {
            Object value = block.get(row);
            // NaN is in no index, and equals NaN as a key.
            if (value instanceof Double real && real.isNaN()) {
                return Optional.empty();
            }
            orNull |= value == null;
            if (value != null && values.add(value) && values.size() > MOST_KEYS) {
                return Optional.empty();
            }
        }
        return Optional.of(new Keys(values, orNull));
    }

    /** The node without rows whose key, an expression over its output, is not among these. */
    private static PlanNode push(PlanNode node, Expression key, Keys keys) {
        return switch (node) {
            case Scan scan -> narrowed(scan, key, keys);
            case Filter filter -> filter.withInputs(List.of(push(filter.input(), key, keys)));
            case Sort sort -> sort.withInputs(List.of(push(sort.input(), key, keys)));
            case Project project -> below(project, project.columns(), key, keys);
            case Aggregate aggregate -> below(aggregate, aggregate.keys(), key, keys);
            case Union union -> union(union, key, keys);
            case Values values -> values;
            case Limit limit -> limit;
            case TopN top -> top;
            case Join join -> join;
            case Extension extension -> extension;
        };
    }

    /** Through what defines the key's columns: a projection, or the keys of groups, which go or stay as a whole. */
    private static PlanNode below(PlanNode node, List<NamedExpression> columns, Expression key, Keys keys) {
        Map<String, Expression> definitions = new HashMap<>();
        for (NamedExpression column : columns) {
            if (Expressions.isDeterministic(column.expression())) {
                definitions.put(column.name(), column.expression());
            }
        }
        return definitions.keySet().containsAll(Expressions.columns(key))
                ? node.withInputs(List.of(
                        push(node.inputs().getFirst(), Expressions.substitute(key, definitions), keys)))
                : node;
    }

    private static PlanNode union(Union union, Expression key, Keys keys) {
        List<PlanNode> legs = new ArrayList<>();
        for (PlanNode leg : union.inputs()) {
            Map<String, Expression> names = new HashMap<>();
            for (int i = 0; i < leg.schema().size(); i++) {
                names.put(union.schema().column(i).name(), ColumnRef.of(leg.schema().column(i)));
            }
            legs.add(push(leg, Expressions.substitute(key, names), keys));
        }
        return union.withInputs(legs);
    }

    private static PlanNode narrowed(Scan scan, Expression key, Keys keys) {
        return switch (scan.request()) {
            case RowScan rows when rows.limit().isEmpty() -> field(rows, key).map(keys::of)
                    .filter(filter -> rows.table().storage().filter(rows.table(), filter) != Exactness.NONE)
                    .map(filter -> new Scan(new RowScan(rows.table(), Predicate.and(rows.filter(), filter),
                            rows.columns(), rows.sort(), rows.limit()), scan.span()))
                    .orElse(scan);
            case RowScan rows -> scan;
            case CountScan count -> scan;
            case AggregateScan groups -> group(groups, key).map(keys::of)
                    // Groups are not judged again: a row too many would be counted.
                    .filter(filter -> groups.table().storage().filter(groups.table(), filter) == Exactness.EXACT)
                    .map(filter -> new Scan(new AggregateScan(groups.table(),
                            Predicate.and(groups.filter(), filter), groups.keys(), groups.measures()), scan.span()))
                    .orElse(scan);
        };
    }

    private static Optional<FieldRef> field(RowScan rows, Expression key) {
        Optional<FieldRef> named = FieldRefs.of(key);
        return named.flatMap(field -> rows.columns().stream().filter(column -> column.name().equals(field.column()))
                .findFirst().flatMap(column -> inside(column.source(), field)));
    }

    /** What is read as a field of a scan's column, in terms of the table. */
    private static Optional<FieldRef> inside(FieldRef source, FieldRef field) {
        if (source.isColumn()) {
            return Optional.of(new FieldRef(source.column(), field.path(), field.type()));
        }
        return field.isColumn() && field.type() == source.type() ? Optional.of(source) : Optional.empty();
    }

    private static Optional<FieldRef> group(AggregateScan groups, Expression key) {
        if (!(key instanceof ColumnRef column)) {
            return Optional.empty();
        }
        return groups.keys().stream().filter(GroupKey.ByValue.class::isInstance)
                .filter(group -> group.name().equals(column.name())).map(GroupKey::field).findFirst();
    }
}

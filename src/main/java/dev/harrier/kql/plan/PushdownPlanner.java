package dev.harrier.kql.plan;

import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.FieldRefs;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.expr.FunctionLookup;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.expr.Predicates;
import dev.harrier.kql.table.Exactness;
import dev.harrier.kql.table.ScanColumn;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.table.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Splits a rewritten plan into what storages answer and what stays here. Each operation directly above a scan is
 * offered to the scan's storage, bottom up; what it answers exactly disappears from the plan, what it answers with a
 * superset is pushed and kept.
 *
 * <p>
 * Sound by construction: whatever a storage answers, the rows of the result are the same.
 */
public final class PushdownPlanner {
    /** Columns that use others twice double with every projection: beyond this many nodes they stay as they are. */
    private static final long LARGEST_WRITTEN_OUT = 1_000;
    private final List<String> notes = new ArrayList<>();

    private final FunctionLookup functions;

    private PushdownPlanner(FunctionLookup functions) {
        this.functions = functions;
    }

    /**
     * A plan split into scans and what remains.
     *
     * @param notes what stayed local and why, one sentence each
     */
    public record PlannedQuery(PlanNode plan, List<String> notes) {
        public PlannedQuery {
            notes = List.copyOf(notes);
        }
    }

    /** Offers as much of the plan as possible; the plan holds no subqueries any more. */
    public static PlannedQuery plan(PlanNode plan, FunctionLookup functions) {
        PushdownPlanner planner = new PushdownPlanner(functions);
        PlanNode pushed = planner.push(plan);
        // Not before: what stands above a projection is offered in terms of the table's columns.
        PlanNode read = PlanNodes.map(pushed, node -> node instanceof Project project ? readProject(project) : node);
        return new PlannedQuery(PathReads.apply(read), planner.notes);
    }

    private PlanNode push(PlanNode node) {
        PlanNode over = PlanNodes.mapInputs(node, this::push);
        return switch (over) {
            case Filter filter -> pushFilter(filter);
            case Limit limit -> pushLimit(limit);
            case TopN top -> pushTop(top);
            case Aggregate aggregate -> pushAggregate(aggregate);
            case Project project -> merged(project);
            case Scan scan -> scan;
            case Values values -> values;
            case Sort sort -> sort;
            case Join join -> join;
            case Union union -> union;
            case Extension extension -> extension;
        };
    }

    /** The row scan below, if rows can still be filtered there: after a limit they cannot. */
    private static Optional<RowScan> openScan(PlanNode node) {
        return node instanceof Scan scan && scan.request() instanceof RowScan rows && rows.limit().isEmpty()
                ? Optional.of(rows)
                : Optional.empty();
    }

    private PlanNode pushFilter(Filter filter) {
        // A conjunct that stayed local above the scan does not keep the next one from going below it.
        if (filter.input() instanceof Filter inner) {
            PlanNode below = pushFilter(new Filter(inner.input(), filter.condition(), filter.span()));
            return below instanceof Filter kept && kept.condition().equals(filter.condition())
                    ? new Filter(new Filter(kept.input(), inner.condition(), inner.span()), kept.condition(),
                            kept.span())
                    : new Filter(below, inner.condition(), inner.span());
        }
        Optional<RowScan> scan = openScan(filter.input());
        if (scan.isEmpty()) {
            return filter;
        }
        Optional<Predicate> predicate = Predicates.of(filter.condition());
        Exactness exactness = predicate
                .map(shape -> scan.get().table().storage().filter(scan.get().table(), shape)).orElse(Exactness.NONE);
        return switch (exactness) {
            case EXACT -> filtered(filter, scan.get(), predicate.get());
            case SUPERSET -> {
                note(filter, "is checked again here: the index gives a few rows too many");
                yield new Filter(filtered(filter, scan.get(), predicate.get()), filter.condition(), filter.span());
            }
            case NONE -> {
                note(filter, predicate.isEmpty()
                        ? "has no shape that an index could judge"
                        : "cannot be judged by the index");
                yield filter;
            }
        };
    }

    private static Scan filtered(Filter filter, RowScan rows, Predicate predicate) {
        RowScan narrowed = new RowScan(rows.table(), Predicate.and(rows.filter(), predicate), rows.columns(),
                rows.sort(), rows.limit());
        return new Scan(narrowed, filter.input().span());
    }

    private void note(PlanNode node, String text) {
        notes.add("line " + node.span().line() + ", column " + node.span().column() + ": "
                + PlanNodes.title(node) + " " + text);
    }

    private PlanNode pushLimit(Limit limit) {
        Optional<RowScan> rows = openScan(limit.input());
        if (rows.isEmpty()) {
            return limit;
        }
        return limited((Scan) limit.input(), rows.get(), rows.get().sort(), limit.count());
    }

    private static Scan limited(Scan scan, RowScan rows, List<SortKey> sort, long count) {
        return new Scan(new RowScan(rows.table(), rows.filter(), rows.columns(), sort, OptionalLong.of(count)),
                scan.span());
    }

    private PlanNode pushTop(TopN top) {
        if (top.input() instanceof Project project && openScan(project.input()).isPresent()) {
            List<SortOrder> orders = PlanNodes.mapOrders(top.orders(), key -> Expressions
                    .substitute(key, PlanNodes.definitions(project)));
            PlanNode below = pushTop(new TopN(project.input(), top.count(), orders, top.span()));
            return below instanceof Scan ? project.withInputs(List.of(below)) : top;
        }
        Optional<RowScan> rows = openScan(top.input());
        Optional<List<SortKey>> keys = rows.isEmpty() ? Optional.empty() : sortKeys(top.orders());
        if (keys.isEmpty() || !rows.get().table().storage().canSort(rows.get().table(), keys.get())) {
            if (rows.isPresent()) {
                note(top, "is done here: the index cannot sort by its keys as KQL does");
            }
            return top;
        }
        return limited((Scan) top.input(), rows.get(), keys.get(), top.count());
    }

    private static Optional<List<SortKey>> sortKeys(List<SortOrder> orders) {
        List<SortKey> keys = new ArrayList<>();
        for (SortOrder order : orders) {
            Optional<FieldRef> field = FieldRefs.of(order.key());
            if (field.isEmpty()) {
                return Optional.empty();
            }
            keys.add(new SortKey(field.get(), order.descending(), order.nullsFirst()));
        }
        return Optional.of(keys);
    }

    private PlanNode pushAggregate(Aggregate aggregate) {
        Aggregate direct = aggregate;
        while (direct.input() instanceof Project project && isDeterministic(project)
                && size(direct) <= LARGEST_WRITTEN_OUT) {
            direct = AggregatePushdown.through(project, direct);
        }
        PlanNode input = direct.input();
        Optional<RowScan> rows = openScan(input);
        Optional<PlanNode> pushed = rows.isEmpty()
                ? Optional.empty()
                : AggregatePushdown.push(direct, (Scan) input, rows.get());
        if (pushed.isPresent()) {
            return pushed.get();
        }
        Optional<PlanNode> folded = AggregateFolding.fold(
                direct, functions);
        if (folded.isPresent()) {
            note(aggregate, "is finished here: the index groups by the columns that it reads");
        } else if (rows.isPresent()) {
            note(aggregate, "is done here: the index cannot compute its keys or aggregates exactly");
        }
        return folded.orElse(aggregate);
    }

    private static long size(Aggregate aggregate) {
        return PlanNodes.expressions(aggregate).stream().mapToLong(Expressions::size).sum();
    }

    /** A column written out in several places must have one value there. */
    private static boolean isDeterministic(Project project) {
        return project.columns().stream().allMatch(column -> Expressions.isDeterministic(column.expression()));
    }

    /** Two projections as one, where the lower one only names places. */
    private static PlanNode merged(Project project) {
        if (!(project.input() instanceof Project below) || !below.columns().stream()
                .allMatch(column -> FieldRefs.of(column.expression()).isPresent())) {
            return project;
        }
        return new Project(below.input(), PlanNodes.mapNamed(project.columns(),
                column -> Expressions.substitute(column, PlanNodes.definitions(below))), project.span());
    }

    /** Renames and places inside columns are read under their new name; anything else stays. */
    private static PlanNode readProject(Project project) {
        if (!(project.input() instanceof Scan scan) || !(scan.request() instanceof RowScan rows)) {
            return project;
        }
        List<ScanColumn> columns = new ArrayList<>();
        for (NamedExpression column : project.columns()) {
            Optional<ScanColumn> read = readable(rows, column);
            if (read.isEmpty()) {
                return project;
            }
            columns.add(read.get());
        }
        return new Scan(new RowScan(rows.table(), rows.filter(), columns, rows.sort(), rows.limit()), scan.span());
    }

    private static Optional<ScanColumn> readable(RowScan rows, NamedExpression column) {
        return FieldRefs.of(column.expression())
                .filter(field -> isPlain(rows, field, column.expression())
                        || rows.table().storage().canRead(rows.table(), field))
                .map(field -> new ScanColumn(column.name(), field));
    }

    private static boolean isPlain(RowScan rows, FieldRef field, Expression expression) {
        return field.isColumn() && expression instanceof ColumnRef
                && rows.table().schema().has(field.column());
    }
}

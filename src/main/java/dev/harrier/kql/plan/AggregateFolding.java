package dev.harrier.kql.plan;

import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.FunctionLookup;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.plan.PartialCalls.Stages;
import dev.harrier.kql.table.Measure;
import dev.harrier.kql.table.ScanRequest.AggregateScan;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * An aggregation in two stages, where the storage cannot answer it in one: the storage groups by the columns that the
 * keys, the arguments and the conditions are computed from, and here they are computed once per group and the groups
 * folded. {@code count() by hourofday(t)} becomes a count by hour and a sum of these; {@code dcount(strcat(a, b)) by k}
 * becomes the groups of k, a and b.
 */
final class AggregateFolding {
    private static final int MOST_KEYS = 8;
    /** With measures that read a row per group, groups must be much fewer than rows to be worth it. */
    private static final double FEWEST_ROWS_PER_GROUP = 8;
    private static final String ROWS = "$rows";
    private final Aggregate aggregate;
    private final Scan scan;
    private final RowScan rows;
    private final Deque<Filter> filters;
    private final GroupedColumns grouped;
    private final PartialCalls partial;
    private final List<Measure> measures = new ArrayList<>();
    private final List<AggregateCall> calls = new ArrayList<>();

    private AggregateFolding(Aggregate aggregate, Scan scan, RowScan rows, Deque<Filter> filters,
            FunctionLookup functions) {
        this.aggregate = aggregate;
        this.scan = scan;
        this.rows = rows;
        this.filters = filters;
        this.grouped = new GroupedColumns(rows);
        this.partial = new PartialCalls(functions);
    }

    /**
     * Empty if a part of it depends on more than the storage can group by.
     *
     * @param aggregate over a scan, with filters between them or none
     */
    static Optional<PlanNode> fold(Aggregate aggregate, FunctionLookup functions) {
        Deque<Filter> filters = new ArrayDeque<>();
        PlanNode below = aggregate.input();
        while (below instanceof Filter filter) {
            filters.push(filter);
            below = filter.input();
        }
        return below instanceof Scan scan && scan.request() instanceof RowScan rows && rows.limit().isEmpty()
                ? new AggregateFolding(aggregate, scan, rows, filters, functions).fold()
                : Optional.empty();
    }

    private Optional<PlanNode> fold() {
        List<NamedExpression> keys = new ArrayList<>();
        for (NamedExpression key : aggregate.keys()) {
            Optional<Expression> expression = grouped.overGroups(key.expression());
            if (expression.isEmpty()) {
                return Optional.empty();
            }
            keys.add(new NamedExpression(key.name(), expression.get()));
        }
        List<Expression> conditions = new ArrayList<>();
        for (Filter filter : filters) {
            Optional<Expression> condition = grouped.overGroups(filter.condition());
            if (condition.isEmpty()) {
                return Optional.empty();
            }
            conditions.add(condition.get());
        }
        for (int i = 0; i < aggregate.calls().size(); i++) {
            if (!call(aggregate.calls().get(i), "$" + i + "_")) {
                return Optional.empty();
            }
        }
        return request().map(request -> new Aggregate(filtered(new Scan(request, scan.span()), conditions), keys, calls,
                aggregate.span()));
    }

    private Optional<AggregateScan> request() {
        AggregateScan request = new AggregateScan(rows.table(), rows.filter(), grouped.keys(), measures);
        boolean worth = grouped.keys().size() <= MOST_KEYS && !grouped.keys().isEmpty()
                && (measures.stream().noneMatch(AggregateFolding::readsRows) || rows.table().storage()
                        .rowsPerGroup(rows.table(), grouped.keys()) >= FEWEST_ROWS_PER_GROUP);
        return worth && rows.table().storage().canAggregate(request) ? Optional.of(request) : Optional.empty();
    }

    private static boolean readsRows(Measure measure) {
        return measure instanceof Measure.ExtremeRow || measure instanceof Measure.Statistic statistic
                && statistic.column().type() == ScalarType.DATETIME;
    }

    private PlanNode filtered(PlanNode groups, List<Expression> conditions) {
        PlanNode result = groups;
        int i = 0;
        for (Filter filter : filters) {
            result = new Filter(result, conditions.get(i++), filter.span());
        }
        return result;
    }

    private boolean call(AggregateCall call, String prefix) {
        Optional<Stages> stages = partial.split(call, prefix).filter(found -> measured(found.inPart().orElseThrow()));
        if (stages.isPresent()) {
            calls.add(stages.get().overParts());
            return true;
        }
        if (PartialCalls.isOfDistinctValues(call)) {
            return overGroups(call, call.arguments()).map(calls::add).orElse(false);
        }
        return call.is("countif") && countedIf(call);
    }

    private boolean measured(AggregateCall inPart) {
        Optional<Measure> measure = Measures.of(inPart, rows.table())
                .filter(found -> rows.table().storage().canAggregate(
                        new AggregateScan(rows.table(), rows.filter(), grouped.keys(), List.of(found))));
        measure.ifPresent(measures::add);
        return measure.isPresent();
    }

    private Optional<AggregateCall> overGroups(AggregateCall call, List<Expression> arguments) {
        List<Expression> replaced = new ArrayList<>();
        for (Expression argument : arguments) {
            Optional<Expression> expression = grouped.overGroups(argument);
            if (expression.isEmpty()) {
                return Optional.empty();
            }
            replaced.add(expression.get());
        }
        return Optional.of(new AggregateCall(call.function(), call.signature(), replaced, call.outputs(), call.span()));
    }

    private boolean countedIf(AggregateCall call) {
        Column count = new Column(ROWS, ScalarType.LONG);
        Optional<AggregateCall> counted = grouped.overGroups(call.arguments().getFirst())
                .flatMap(condition -> partial.countedIf(call, count, condition));
        if (counted.isEmpty()) {
            return false;
        }
        Measure rowCount = new Measure.Count(count, Predicate.ALL);
        if (!measures.contains(rowCount)) {
            measures.add(rowCount);
        }
        calls.add(counted.get());
        return true;
    }
}

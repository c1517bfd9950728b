package dev.harrier.kql.plan;

import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out what nobody reads: columns of scans and projections, and aggregates. */
final class ColumnPruning {
    private ColumnPruning() {}

    static PlanNode apply(PlanNode plan) {
        return prune(plan, new HashSet<>(plan.schema().names()));
    }

    /** The node, yielding at least these columns; the order of the columns that stay does not change. */
    private static PlanNode prune(PlanNode node, Set<String> needed) {
        return switch (node) {
            case Scan scan -> pruneScan(scan, needed);
            case Values values -> values;
            case Filter filter -> new Filter(prune(filter.input(), with(needed, List.of(filter.condition()))),
                    filter.condition(), filter.span());
            case Project project -> pruneProject(project, needed);
            case Aggregate aggregate -> pruneAggregate(aggregate, needed);
            case Sort sort -> new Sort(prune(sort.input(), with(needed, PlanNodes.expressions(sort))), sort.orders(),
                    sort.span());
            case TopN top -> new TopN(prune(top.input(), with(needed, PlanNodes.expressions(top))), top.count(),
                    top.orders(), top.span());
            case Limit limit -> new Limit(prune(limit.input(), needed), limit.count(), limit.span());
            case Join join -> pruneJoin(join, needed);
            case Union union -> pruneUnion(union, needed);
            case Extension extension -> pruneExtension(extension, needed);
        };
    }

    private static Set<String> with(Set<String> needed, List<Expression> expressions) {
        Set<String> all = new HashSet<>(needed);
        expressions.forEach(expression -> all.addAll(Expressions.columns(expression)));
        return all;
    }

    private static PlanNode pruneScan(Scan scan, Set<String> needed) {
        if (!(scan.request() instanceof RowScan rows)) {
            return scan;
        }
        return new Scan(new RowScan(rows.table(), rows.filter(),
                rows.columns().stream().filter(column -> needed.contains(column.name())).toList(), rows.sort(),
                rows.limit()), scan.span());
    }

    private static PlanNode pruneProject(Project project, Set<String> needed) {
        List<NamedExpression> kept = project.columns().stream().filter(column -> needed.contains(column.name()))
                .toList();
        Set<String> below = with(Set.of(), kept.stream().map(NamedExpression::expression).toList());
        return new Project(prune(project.input(), below), kept, project.span());
    }

    private static PlanNode pruneAggregate(Aggregate aggregate, Set<String> needed) {
        List<AggregateCall> kept = aggregate.calls().stream()
                .filter(call -> call.outputs().stream().anyMatch(output -> needed.contains(output.name()))).toList();
        Aggregate pruned = new Aggregate(aggregate.input(), aggregate.keys(), kept, aggregate.span());
        return pruned.withInputs(List.of(prune(aggregate.input(), with(Set.of(), PlanNodes.expressions(pruned)))));
    }

    private static PlanNode pruneJoin(Join join, Set<String> needed) {
        Set<String> left = new HashSet<>();
        Set<String> right = new HashSet<>();
        for (Join.Key key : join.keys()) {
            left.addAll(Expressions.columns(key.left()));
            right.addAll(Expressions.columns(key.right()));
        }
        if (!join.kind().rightOnly()) {
            left.addAll(needed);
        }
        List<Column> rightColumns = join.right().schema().columns();
        for (int i = 0; i < rightColumns.size(); i++) {
            String name = join.kind().rightOnly() ? rightColumns.get(i).name() : join.rightNames().get(i);
            if (!join.kind().leftOnly() && name != null && needed.contains(name)) {
                right.add(rightColumns.get(i).name());
            }
        }
        PlanNode newLeft = prune(join.left(), left);
        PlanNode newRight = prune(join.right(), right);
        return new Join(newLeft, newRight, join.kind(), join.keys(),
                rightNames(join, newRight.schema(), needed), join.span());
    }

    /** A column that is only a key, and not wanted in the result, has no name there. */
    private static List<String> rightNames(Join join, Schema newRight, Set<String> needed) {
        List<String> names = new ArrayList<>();
        for (Column column : newRight.columns()) {
            String name = join.rightNames().get(join.right().schema().position(column.name()));
            names.add(name != null && needed.contains(name) ? name : null);
        }
        return names;
    }

    /** The legs of a union must keep equal columns, so each is projected to those that are needed. */
    private static PlanNode pruneUnion(Union union, Set<String> needed) {
        Schema schema = union.schema();
        List<PlanNode> legs = new ArrayList<>();
        for (PlanNode leg : union.inputs()) {
            List<NamedExpression> kept = new ArrayList<>();
            Set<String> legNeeds = new HashSet<>();
            for (int i = 0; i < schema.size(); i++) {
                if (needed.contains(schema.column(i).name())) {
                    Column source = leg.schema().column(i);
                    legNeeds.add(source.name());
                    kept.add(new NamedExpression(schema.column(i).name(),
                            dev.harrier.kql.expr.ColumnRef.of(source)));
                }
            }
            PlanNode pruned = prune(leg, legNeeds);
            boolean same = pruned.schema().names().equals(kept.stream().map(NamedExpression::name).toList());
            legs.add(same ? pruned : new Project(pruned, kept, union.span()));
        }
        return new Union(legs, union.span());
    }

    private static PlanNode pruneExtension(Extension extension, Set<String> needed) {
        Set<String> below = extension.neededFromInput(needed);
        List<PlanNode> inputs = new ArrayList<>();
        for (PlanNode input : extension.inputs()) {
            Set<String> all = new HashSet<>(input.schema().names());
            if (below != null) {
                all.retainAll(below);
            }
            inputs.add(prune(input, all));
        }
        return extension.withInputs(inputs);
    }
}

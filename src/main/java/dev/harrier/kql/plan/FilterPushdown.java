package dev.harrier.kql.plan;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Moves each conjunct of a filter as far down as it keeps its meaning: through projections, sorts and unions, to the
 * side of a join that it speaks of, and below an aggregation if it speaks of keys only.
 */
final class FilterPushdown {

    /** Beyond this size a condition stays above the columns that it would have to compute itself. */
    private static final long LARGEST_CONDITION = 2_000;
    /** A filter of more conditions than this is moved by groups. */
    private static final int MOST_CONJUNCTS = 100;

    /** A conjunct and the operator that it comes from. */
    private record Conjunct(Expression condition, SourceSpan span) {}

    private FilterPushdown() {}

    static PlanNode apply(PlanNode plan) {
        return push(plan, List.of());
    }

    /** The node with these conjuncts, written over its output, applied in it or above it. */
    private static PlanNode push(PlanNode node, List<Conjunct> conjuncts) {
        return switch (node) {
            case Filter filter -> pushFilter(filter, conjuncts);
            case Project project -> pushProject(project, conjuncts);
            case Union union -> pushUnion(union, conjuncts);
            case Sort sort -> new Sort(push(sort.input(), conjuncts), sort.orders(), sort.span());
            case Join join -> pushJoin(join, conjuncts);
            case Aggregate aggregate -> pushAggregate(aggregate, conjuncts);
            case Scan scan -> above(scan, conjuncts);
            case Values values -> above(values, conjuncts);
            case Limit limit -> above(pushInputs(limit), conjuncts);
            case TopN top -> above(pushInputs(top), conjuncts);
            case Extension extension -> above(pushInputs(extension), conjuncts);
        };
    }

    private static PlanNode pushInputs(PlanNode node) {
        return PlanNodes.mapInputs(node, FilterPushdown::apply);
    }

    /** One filter per source operator, in the order of the text. */
    private static PlanNode above(PlanNode node, List<Conjunct> conjuncts) {
        PlanNode result = node;
        for (Conjunct conjunct : conjuncts) {
            result = new Filter(result, conjunct.condition(), conjunct.span());
        }
        return result;
    }

    private static PlanNode pushFilter(Filter filter, List<Conjunct> conjuncts) {
        List<Conjunct> all = new ArrayList<>();
        for (Expression condition : conditions(filter.condition())) {
            all.add(new Conjunct(condition, filter.span()));
        }
        all.addAll(conjuncts);
        return push(filter.input(), all);
    }

    /** The conjuncts; of very many, those of the same columns together, so that the plan does not become as deep. */
    private static List<Expression> conditions(Expression condition) {
        List<Expression> conjuncts = Expressions.conjuncts(condition);
        if (conjuncts.size() <= MOST_CONJUNCTS || !(condition instanceof Call and)) {
            return conjuncts;
        }
        Map<Set<String>, List<Expression>> byColumns = new LinkedHashMap<>();
        for (Expression conjunct : conjuncts) {
            byColumns.computeIfAbsent(Expressions.columns(conjunct), columns -> new ArrayList<>()).add(conjunct);
        }
        if (byColumns.size() > MOST_CONJUNCTS) {
            return List.of(condition);
        }
        List<Expression> groups = new ArrayList<>();
        byColumns.values()
                .forEach(group -> groups.add(group.size() == 1 ? group.getFirst() : and.withArguments(group)));
        return groups;
    }

    private static PlanNode pushProject(Project project, List<Conjunct> conjuncts) {
        Map<String, Expression> definitions = PlanNodes.definitions(project);
        List<Conjunct> below = new ArrayList<>();
        List<Conjunct> stay = new ArrayList<>();
        for (Conjunct conjunct : conjuncts) {
            boolean movable = Expressions.columns(conjunct.condition()).stream()
                    .allMatch(name -> Expressions.isDeterministic(definitions.get(name)));
            if (movable && staysSmall(conjunct.condition(), definitions)) {
                below.add(new Conjunct(Expressions.substitute(conjunct.condition(), definitions), conjunct.span()));
            } else {
                stay.add(conjunct);
            }
        }
        return above(new Project(push(project.input(), below), project.columns(), project.span()), stay);
    }

    /** Definitions that use the one before twice would double the condition at each step down. */
    private static boolean staysSmall(Expression condition, Map<String, Expression> definitions) {
        long size = Expressions.sizeWith(condition, definitions);
        return size <= LARGEST_CONDITION || size <= Expressions.size(condition);
    }

    private static PlanNode pushUnion(Union union, List<Conjunct> conjuncts) {
        Schema names = union.schema();
        List<PlanNode> legs = new ArrayList<>();
        for (PlanNode leg : union.inputs()) {
            Map<String, Expression> renames = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                renames.put(names.column(i).name(), ColumnRef.of(leg.schema().column(i)));
            }
            legs.add(push(leg, substitute(conjuncts, renames)));
        }
        return new Union(legs, union.span());
    }

    private static List<Conjunct> substitute(List<Conjunct> conjuncts, Map<String, Expression> replacements) {
        return conjuncts.stream()
                .map(conjunct -> new Conjunct(Expressions.substitute(conjunct.condition(), replacements),
                        conjunct.span()))
                .toList();
    }

    private static PlanNode pushAggregate(Aggregate aggregate, List<Conjunct> conjuncts) {
        Map<String, Expression> keys = new HashMap<>();
        for (NamedExpression key : aggregate.keys()) {
            if (Expressions.isDeterministic(key.expression())) {
                keys.put(key.name(), key.expression());
            }
        }
        List<Conjunct> below = new ArrayList<>();
        List<Conjunct> stay = new ArrayList<>();
        for (Conjunct conjunct : conjuncts) {
            Set<String> columns = Expressions.columns(conjunct.condition());
            // A constant condition must stay: without keys an aggregation of no rows is still one row.
            if (!columns.isEmpty() && keys.keySet().containsAll(columns)) {
                below.add(new Conjunct(Expressions.substitute(conjunct.condition(), keys), conjunct.span()));
            } else {
                stay.add(conjunct);
            }
        }
        PlanNode input = push(aggregate.input(), below);
        return above(new Aggregate(input, aggregate.keys(), aggregate.calls(), aggregate.span()), stay);
    }

    private static PlanNode pushJoin(Join join, List<Conjunct> conjuncts) {
        Map<String, Expression> leftColumns = new HashMap<>();
        Map<String, Expression> rightColumns = new HashMap<>();
        if (acceptsLeft(join.kind())) {
            join.left().schema().columns()
                    .forEach(column -> leftColumns.put(column.name(), ColumnRef.of(column)));
        }
        if (acceptsRight(join.kind())) {
            addRightColumns(join, rightColumns);
        }
        List<Conjunct> left = new ArrayList<>();
        List<Conjunct> right = new ArrayList<>();
        List<Conjunct> stay = new ArrayList<>();
        for (Conjunct conjunct : conjuncts) {
            Set<String> columns = new HashSet<>(Expressions.columns(conjunct.condition()));
            if (!columns.isEmpty() && leftColumns.keySet().containsAll(columns)) {
                left.add(conjunct);
            } else if (!columns.isEmpty() && rightColumns.keySet().containsAll(columns)) {
                right.add(new Conjunct(Expressions.substitute(conjunct.condition(), rightColumns), conjunct.span()));
            } else {
                stay.add(conjunct);
            }
        }
        return above(join.withInputs(List.of(push(join.left(), left), push(join.right(), right))), stay);
    }

    private static void addRightColumns(Join join, Map<String, Expression> rightColumns) {
        List<Column> columns = join.right().schema().columns();
        for (int i = 0; i < columns.size(); i++) {
            String name = join.kind().rightOnly() ? columns.get(i).name() : join.rightNames().get(i);
            if (name != null) {
                rightColumns.put(name, ColumnRef.of(columns.get(i)));
            }
        }
    }

    /** Whether dropping left rows before the join drops just the rows that they would have given. */
    private static boolean acceptsLeft(Join.Kind kind) {
        return switch (kind) {
            case INNER, LEFT_OUTER, LEFT_SEMI, LEFT_ANTI -> true;
            // One arbitrary left row per key survives: filtering first may let another one survive.
            case INNER_UNIQUE -> false;
            case RIGHT_OUTER, FULL_OUTER, RIGHT_SEMI, RIGHT_ANTI -> false;
        };
    }

    private static boolean acceptsRight(Join.Kind kind) {
        return switch (kind) {
            case INNER, INNER_UNIQUE, RIGHT_OUTER, RIGHT_SEMI, RIGHT_ANTI -> true;
            case LEFT_OUTER, FULL_OUTER, LEFT_SEMI, LEFT_ANTI -> false;
        };
    }
}

package dev.harrier.kql.plan;

import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.FunctionLookup;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.PartialCalls.Stages;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Aggregates each leg of a union by itself and then the groups of all legs, so that the legs can be answered by their
 * storages. Counts are summed, sums summed, extremes compared again; what is a matter of distinct values (
 * {@code dcount}, {@code make_set}) is computed from the distinct values of each leg.
 */
final class UnionAggregation {
    private static final String DISTINCT = "$distinct";
    private final PartialCalls partial;

    private UnionAggregation(FunctionLookup functions) {
        this.partial = new PartialCalls(functions);
    }

    static PlanNode apply(PlanNode plan, FunctionLookup functions) {
        UnionAggregation rule = new UnionAggregation(functions);
        return PlanNodes.map(plan, node -> switch (node) {
            case Project project when project.input() instanceof Union union && isDeterministic(project) ->
                projectLegs(project, union);
            case Aggregate aggregate when aggregate.input() instanceof Union union && readsTables(union) ->
                rule.split(aggregate, union).orElse(aggregate);
            default -> node;
        });
    }

    private static boolean isDeterministic(Project project) {
        return project.columns().stream().allMatch(column -> Expressions.isDeterministic(column.expression()));
    }

    private static boolean readsTables(PlanNode node) {
        return node instanceof Scan || node.inputs().stream().anyMatch(UnionAggregation::readsTables);
    }

    private static Union projectLegs(Project project, Union union) {
        return new Union(union.inputs().stream()
                .map(leg -> (PlanNode) new Project(leg,
                        PlanNodes.mapNamed(project.columns(),
                                column -> Expressions.substitute(column, renames(union, leg))),
                        project.span()))
                .toList(), union.span());
    }

    /** The legs of a union have equal columns by position; their names may differ. */
    private static Map<String, Expression> renames(Union union, PlanNode leg) {
        Map<String, Expression> renames = new HashMap<>();
        Schema schema = union.schema();
        for (int i = 0; i < schema.size(); i++) {
            renames.put(schema.column(i).name(), ColumnRef.of(leg.schema().column(i)));
        }
        return renames;
    }

    private Optional<PlanNode> split(Aggregate aggregate, Union union) {
        Optional<Expression> distinct = distinctArgument(aggregate);
        if (distinct.isEmpty() && aggregate.calls().stream().anyMatch(UnionAggregation::isDistinct)) {
            return Optional.empty();
        }
        List<Stages> stages = new ArrayList<>();
        for (int i = 0; i < aggregate.calls().size(); i++) {
            Optional<Stages> split = split(aggregate.calls().get(i), "$" + i + "_");
            if (split.isEmpty()) {
                return Optional.empty();
            }
            stages.add(split.get());
        }
        List<NamedExpression> keys = new ArrayList<>(aggregate.keys());
        distinct.ifPresent(argument -> keys.add(new NamedExpression(DISTINCT, argument)));
        List<AggregateCall> inLeg = stages.stream().flatMap(stage -> stage.inPart().stream()).toList();
        List<PlanNode> legs = union.inputs().stream()
                .map(leg -> aggregateLeg(leg, keys, inLeg, renames(union, leg), aggregate)).toList();
        List<NamedExpression> finalKeys = aggregate.keys().stream()
                .map(key -> new NamedExpression(key.name(), ColumnRef.of(key.column()))).toList();
        return Optional.of(new Aggregate(new Union(legs, union.span()), finalKeys,
                stages.stream().map(Stages::overParts).toList(), aggregate.span()));
    }

    private static PlanNode aggregateLeg(PlanNode leg, List<NamedExpression> keys, List<AggregateCall> calls,
            Map<String, Expression> renames, Aggregate aggregate) {
        return new Aggregate(leg, PlanNodes.mapNamed(keys, key -> Expressions.substitute(key, renames)),
                PlanNodes.mapCalls(calls, argument -> Expressions.substitute(argument, renames)), aggregate.span());
    }

    private static boolean isDistinct(AggregateCall call) {
        return call.is("dcount") || call.is("count_distinct") || call.is("make_set");
    }

    /** The one expression whose distinct values are wanted; empty if there is none, or more than one. */
    private static Optional<Expression> distinctArgument(Aggregate aggregate) {
        Set<Expression> arguments = new HashSet<>();
        aggregate.calls().stream().filter(UnionAggregation::isDistinct)
                .forEach(call -> arguments.add(withoutSpan(call.arguments().getFirst())));
        return arguments.size() == 1
                ? arguments.stream().findFirst()
                        .filter(argument -> argument.type() != ScalarType.DYNAMIC
                                && Expressions.isDeterministic(argument))
                : Optional.empty();
    }

    private static Expression withoutSpan(Expression expression) {
        return expression instanceof ColumnRef column
                ? ColumnRef.of(new Column(column.name(), column.type()))
                : expression;
    }

    private Optional<Stages> split(AggregateCall call, String prefix) {
        return isDistinct(call) ? Optional.of(overDistinct(call)) : partial.split(call, prefix);
    }

    private static Stages overDistinct(AggregateCall call) {
        List<Expression> arguments = new ArrayList<>(call.arguments());
        arguments.set(0, ColumnRef.of(new Column(DISTINCT, call.arguments().getFirst().type())));
        return new Stages(Optional.empty(), new AggregateCall(call.function(), call.signature(), arguments,
                call.outputs(), call.span()));
    }
}

package dev.harrier.kql.plan;

import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.PathAccess;
import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.InSubquery;
import dev.harrier.kql.expr.ScalarSubquery;
import dev.harrier.kql.expr.NamedExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Questions to, and rewrites of, whole plans. */
public final class PlanNodes {
    private PlanNodes() {}

    /** The plan with every node replaced, inputs first. */
    public static PlanNode map(PlanNode node, UnaryOperator<PlanNode> replace) {
        return replace.apply(mapInputs(node, input -> map(input, replace)));
    }

    /** The node with each of its inputs replaced. Deep plans need this to take little of the stack. */
    static PlanNode mapInputs(PlanNode node, UnaryOperator<PlanNode> replace) {
        List<PlanNode> inputs = new ArrayList<>(node.inputs().size());
        for (PlanNode input : node.inputs()) {
            inputs.add(replace.apply(input));
        }
        return sameNodes(inputs, node.inputs()) ? node : node.withInputs(inputs);
    }

    /** The operator, as a reader of the query knows it. */
    public static String title(PlanNode node) {
        return switch (node) {
            case Scan scan -> "'" + scan.request().table().name() + "'";
            case Values values -> "datatable";
            case Filter filter -> "where";
            case Project project -> "project";
            case Aggregate aggregate -> aggregate.calls().isEmpty() ? "distinct" : "summarize";
            case Sort sort -> "sort";
            case Limit limit -> "take";
            case TopN top -> "top";
            case Join join -> "join";
            case Union union -> "union";
            case Extension extension -> extension.name();
        };
    }

    static boolean sameNodes(List<PlanNode> left, List<PlanNode> right) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i) != right.get(i)) {
                return false;
            }
        }
        return left.size() == right.size();
    }

    /** The node with each of its own expressions replaced; inputs stay. */
    public static PlanNode mapExpressions(PlanNode node, UnaryOperator<Expression> replace) {
        return switch (node) {
            case Scan scan -> scan;
            case Values values -> values;
            case Limit limit -> limit;
            case Union union -> union;
            case Filter filter -> new Filter(filter.input(), replace.apply(filter.condition()), filter.span());
            case Project project -> new Project(project.input(), mapNamed(project.columns(), replace), project.span());
            case Aggregate aggregate -> new Aggregate(aggregate.input(), mapNamed(aggregate.keys(), replace),
                    mapCalls(aggregate.calls(), replace), aggregate.span());
            case Sort sort -> new Sort(sort.input(), mapOrders(sort.orders(), replace), sort.span());
            case TopN top -> new TopN(top.input(), top.count(), mapOrders(top.orders(), replace), top.span());
            case Join join -> new Join(join.left(), join.right(), join.kind(),
                    join.keys().stream()
                            .map(key -> new Join.Key(replace.apply(key.left()), replace.apply(key.right()))).toList(),
                    join.rightNames(), join.span());
            case Extension extension -> extension.mapExpressions(replace);
        };
    }

    /** The node's own expressions, without those of its inputs. */
    public static List<Expression> expressions(PlanNode node) {
        return switch (node) {
            case Scan scan -> List.of();
            case Values values -> List.of();
            case Limit limit -> List.of();
            case Union union -> List.of();
            case Filter filter -> List.of(filter.condition());
            case Project project -> project.columns().stream().map(NamedExpression::expression).toList();
            case Aggregate aggregate -> {
                List<Expression> all = new ArrayList<>();
                aggregate.keys().forEach(key -> all.add(key.expression()));
                aggregate.calls().forEach(call -> all.addAll(call.arguments()));
                yield all;
            }
            case Sort sort -> sort.orders().stream().map(SortOrder::key).toList();
            case TopN top -> top.orders().stream().map(SortOrder::key).toList();
            case Join join -> {
                List<Expression> all = new ArrayList<>();
                join.keys().forEach(key -> {
                    all.add(key.left());
                    all.add(key.right());
                });
                yield all;
            }
            case Extension extension -> extension.expressions();
        };
    }

    static List<NamedExpression> mapNamed(List<NamedExpression> columns, UnaryOperator<Expression> replace) {
        return columns.stream()
                .map(column -> new NamedExpression(column.name(), replace.apply(column.expression()))).toList();
    }

    static List<AggregateCall> mapCalls(List<AggregateCall> calls, UnaryOperator<Expression> replace) {
        return calls.stream().map(call -> new AggregateCall(call.function(), call.signature(),
                call.arguments().stream().map(replace).toList(), call.outputs(), call.span())).toList();
    }

    static List<SortOrder> mapOrders(List<SortOrder> orders, UnaryOperator<Expression> replace) {
        return orders.stream()
                .map(order -> new SortOrder(replace.apply(order.key()), order.descending(), order.nullsFirst()))
                .toList();
    }

    /** What each column of a projection stands for. */
    static Map<String, Expression> definitions(Project project) {
        Map<String, Expression> definitions = new HashMap<>();
        project.columns().forEach(column -> definitions.put(column.name(), column.expression()));
        return definitions;
    }

    /** The plans of the subqueries in the node's own expressions. */
    public static List<PlanNode> subplans(PlanNode node) {
        List<PlanNode> plans = new ArrayList<>();
        expressions(node).forEach(expression -> collectSubplans(expression, plans));
        return plans;
    }

    private static void collectSubplans(Expression expression, List<PlanNode> plans) {
        switch (expression) {
            case ScalarSubquery subquery -> plans.add((PlanNode) subquery.plan());
            case InSubquery subquery -> plans.add((PlanNode) subquery.plan());
            case Literal literal -> {
            }
            case ColumnRef column -> {
            }
            case Call call -> {
            }
            case PathAccess access -> {
            }
        }
        for (Expression child : expression.children()) {
            collectSubplans(child, plans);
        }
    }
}

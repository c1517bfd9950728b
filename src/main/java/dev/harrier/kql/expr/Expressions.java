package dev.harrier.kql.expr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Questions to, and rewrites of, whole expression trees. */
public final class Expressions {
    private Expressions() {}

    /** The tree with every node replaced, children first. */
    public static Expression map(Expression expression, UnaryOperator<Expression> replace) {
        return replace.apply(switch (expression) {
            case Literal literal -> literal;
            case ColumnRef column -> column;
            case ScalarSubquery subquery -> subquery;
            case Call call -> mapCall(call, replace);
            case PathAccess access -> mapPath(access, replace);
            case InSubquery in -> new InSubquery(in.function(), in.signature(), map(in.value(), replace), in.plan(),
                    in.span());
        });
    }

    private static Call mapCall(Call call, UnaryOperator<Expression> replace) {
        List<Expression> arguments = new ArrayList<>(call.arguments().size());
        boolean changed = false;
        for (Expression argument : call.arguments()) {
            Expression replaced = map(argument, replace);
            arguments.add(replaced);
            changed |= replaced != argument;
        }
        return changed ? call.withArguments(arguments) : call;
    }

    private static PathAccess mapPath(PathAccess access, UnaryOperator<Expression> replace) {
        List<PathAccess.Step> steps = new ArrayList<>();
        for (PathAccess.Step step : access.steps()) {
            steps.add(step instanceof PathAccess.Computed computed
                    ? new PathAccess.Computed(map(computed.key(), replace))
                    : step);
        }
        return new PathAccess(map(access.target(), replace), steps, access.span());
    }

    /** The tree with columns replaced by expressions; columns that the map does not name stay. */
    public static Expression substitute(Expression expression, Map<String, Expression> replacements) {
        return map(expression,
                node -> node instanceof ColumnRef column ? replacements.getOrDefault(column.name(), column) : node);
    }

    /** The names of the columns that it reads. */
    public static Set<String> columns(Expression expression) {
        Set<String> names = new LinkedHashSet<>();
        collectColumns(expression, names);
        return names;
    }

    private static void collectColumns(Expression expression, Set<String> names) {
        if (expression instanceof ColumnRef column) {
            names.add(column.name());
        }
        for (Expression child : expression.children()) {
            collectColumns(child, names);
        }
    }

    /** Whether it gives the same value whenever it is evaluated for the same row within one query. */
    public static boolean isDeterministic(Expression expression) {
        if (expression instanceof Call call && !call.function().isDeterministic()) {
            return false;
        }
        for (Expression child : expression.children()) {
            if (!isDeterministic(child)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a subquery stands anywhere in it. */
    public static boolean hasSubquery(Expression expression) {
        if (expression instanceof ScalarSubquery || expression instanceof InSubquery) {
            return true;
        }
        for (Expression child : expression.children()) {
            if (hasSubquery(child)) {
                return true;
            }
        }
        return false;
    }

    /** The number of expressions in it, itself included, were its columns replaced. */
    public static long sizeWith(Expression expression, Map<String, Expression> replacements) {
        long size = 1;
        if (expression instanceof ColumnRef column && replacements.containsKey(column.name())) {
            size = size(replacements.get(column.name()));
        }
        for (Expression child : expression.children()) {
            size += sizeWith(child, replacements);
        }
        return size;
    }

    /** The number of expressions in it, itself included. */
    public static long size(Expression expression) {
        return sizeWith(expression, Map.of());
    }

    /** The operands of a conjunction, flattened; the expression itself if it is none. */
    public static List<Expression> conjuncts(Expression expression) {
        List<Expression> conjuncts = new ArrayList<>();
        collectConjuncts(expression, conjuncts);
        return conjuncts;
    }

    private static void collectConjuncts(Expression expression, List<Expression> conjuncts) {
        if (expression instanceof Call call && call.is("and")) {
            for (Expression argument : call.arguments()) {
                collectConjuncts(argument, conjuncts);
            }
        } else {
            conjuncts.add(expression);
        }
    }
}

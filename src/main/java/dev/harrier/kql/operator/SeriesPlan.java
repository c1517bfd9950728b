package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AggregateBinder;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plan of {@code make-series}: rows are grouped by keys and bin, then the bins of each key are collected into lists,
 * and the lists spread over the points of the axis.
 */
record SeriesPlan(Expression axis, String axisName, Optional<Expression> from, Optional<Expression> to, Expression step,
        boolean inRange, boolean nonempty, List<NamedExpression> keys, List<AggregateCall> calls,
        List<Dynamic> defaults, SourceSpan span, BindContext context) {
    private static final String BIN = "$bin";
    private static final String BINS = "$bins";
    private static final String POINTS = "$points";

    Rows build(Rows input) {
        Optional<ScalarType> stepType = MakeSeriesOperator.stepType(axis.type());
        boolean fits = stepType.isPresent() && fits(step, stepType.get()) && from.stream().allMatch(this::fitsAxis)
                && to.stream().allMatch(this::fitsAxis);
        if (!fits) {
            context.error(Codes.TYPES_EXPECTED, span, "the axis, its ends and its step do not go together: "
                    + axis.type() + " and a step of " + step.type());
            return Rows.unknown(span);
        }
        Expression stride = context.cast(stepType.get(), step);
        if (stride instanceof Literal literal && !isPositive(literal)) {
            context.error(Codes.BAD_CONSTANT, step.span(), "the step must be above zero");
            return Rows.unknown(span);
        }
        Expression place = axis.type() == ScalarType.DECIMAL ? context.cast(ScalarType.REAL, axis) : axis;
        ScalarType pointType = place.type();
        List<Expression> ends = List.of(end(from, pointType), end(to, pointType));
        PlanNode lists = lists(bins(input.plan(), place, ends, stride));
        ScalarType shown = pointType == ScalarType.INT ? ScalarType.LONG : pointType;
        SeriesAxis points = new SeriesAxis(shown, inRange, span);
        Expression first = inRange ? context.function("bin", List.of(ends.get(0), stride), span) : ends.get(0);
        return input.then(series(lists, points, List.of(first, ends.get(1), stride))).withSerialized(false)
                .withDoubtfulColumns(java.util.Set.of());
    }

    private static boolean isPositive(Literal step) {
        return step.value() instanceof Number number && number.doubleValue() > 0;
    }

    private boolean fitsAxis(Expression end) {
        return end.type() == axis.type() || end.type().isNumeric() && axis.type().isNumeric()
                && fits(end, MakeSeriesOperator.stepType(axis.type()).orElse(end.type()));
    }

    private static boolean fits(Expression value, ScalarType type) {
        boolean whole = value.type() == ScalarType.INT || value.type() == ScalarType.LONG;
        return value.type() == type || type == ScalarType.LONG && whole
                || type == ScalarType.REAL && value.type().isNumeric();
    }

    private Expression end(Optional<Expression> end, ScalarType type) {
        ScalarType wanted = type == ScalarType.INT ? ScalarType.LONG : type;
        return end.map(value -> context.cast(wanted, value)).orElse(new Literal(wanted, null, span));
    }

    /** One row per combination of keys and bin. */
    private PlanNode bins(PlanNode input, Expression place, List<Expression> ends, Expression stride) {
        PlanNode rows = new Filter(input, context.function("isnotnull", List.of(place), span), span);
        if (from.isPresent()) {
            rows = new Filter(rows, context.operator(">=", List.of(place, ends.get(0)), span), span);
        }
        if (to.isPresent()) {
            rows = new Filter(rows, context.operator(inRange ? "<=" : "<", List.of(place, ends.get(1)), span), span);
        }
        Expression bin = from.isPresent() && !inRange
                ? context.function("bin_at", List.of(place, stride, ends.get(0)), span)
                : context.function("bin", List.of(place, stride), span);
        List<NamedExpression> grouping = new ArrayList<>(keys);
        grouping.add(new NamedExpression(BIN, bin));
        return new Aggregate(rows, grouping, calls, span);
    }

    /** One row per combination of keys, with the bins and their values as lists. */
    private PlanNode lists(PlanNode bins) {
        Rows rows = Rows.of(bins);
        List<NamedExpression> grouping = keys.stream()
                .map(key -> new NamedExpression(key.name(), new ColumnRef(key.name(), key.expression().type(), span)))
                .toList();
        List<AggregateCall> collected = new ArrayList<>();
        collected.add(list("make_list", BIN, BINS, rows));
        for (AggregateCall call : calls) {
            String name = call.outputs().getFirst().name();
            collected.add(list("make_list_with_nulls", name, name, rows));
        }
        PlanNode lists = new Aggregate(bins, grouping, collected, span);
        if (nonempty) {
            return lists;
        }
        Expression length = context.function("array_length", List.of(dynamic(BINS)), span);
        return new Filter(lists, context.operator(">", List.of(length, Literal.of(ScalarType.LONG, 0L)), span), span);
    }

    private AggregateCall list(String function, String column, String name, Rows rows) {
        ExpressionSyntax.NameReference reference = new ExpressionSyntax.NameReference(span, column);
        ExpressionSyntax.Call call = new ExpressionSyntax.Call(span, new Name(span, function),
                List.of(new dev.harrier.kql.syntax.NamedExpression(span, List.of(), false, reference)));
        return new AggregateBinder(context, context.expressions(rows), java.util.Set.of()).bind(call).orElseThrow()
                .named(List.of(name));
    }

    private PlanNode series(PlanNode lists, SeriesAxis points, List<Expression> arguments) {
        List<NamedExpression> withPoints = new ArrayList<>();
        lists.schema().columns().forEach(column -> withPoints.add(NamedExpression.of(column)));
        List<Expression> pointArguments = new ArrayList<>(List.of(dynamic(BINS)));
        pointArguments.addAll(arguments);
        withPoints.add(new NamedExpression(POINTS,
                MakeSeriesOperator.call(function(values -> points.points((Dynamic.Array) values[0], values[1],
                        values[2], values[3])), pointArguments, span)));
        List<NamedExpression> shown = new ArrayList<>();
        keys.forEach(key -> shown.add(new NamedExpression(key.name(),
                new ColumnRef(key.name(), key.expression().type(), span))));
        for (int i = 0; i < calls.size(); i++) {
            String name = calls.get(i).outputs().getFirst().name();
            Dynamic filler = defaults.get(i);
            ScalarFunction spread = function(values -> values[0] == null || values[1] == null
                    ? null
                    : points.values((Dynamic.Array) values[0], (Dynamic.Array) values[1], (Dynamic.Array) values[2],
                            values[3], filler));
            shown.add(new NamedExpression(name, MakeSeriesOperator.call(spread,
                    List.of(dynamic(POINTS), dynamic(BINS), dynamic(name), arguments.get(2)), span)));
        }
        shown.add(new NamedExpression(axisName, dynamic(POINTS)));
        PlanNode whole = new Project(lists, withPoints, span);
        Expression length = context.function("array_length", List.of(dynamic(POINTS)), span);
        PlanNode some = new Filter(whole,
                context.operator(">", List.of(length, Literal.of(ScalarType.LONG, 0L)), span), span);
        return new Project(some, shown, span);
    }

    private Expression dynamic(String column) {
        return new ColumnRef(column, ScalarType.DYNAMIC, span);
    }

    private static ScalarFunction function(Kernel.PerValue kernel) {
        return ScalarFunction.named("make-series").signature(List.of(Parameter.any("value").repeated()),
                ResultType.always(ScalarType.DYNAMIC), NullRule.HANDLED, site -> kernel).build();
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AggregateBinder;
import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.SeriesAggregate;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code make-series a = avg(x) default = 0 on t from f to u step s by k}: one array per aggregate and combination of
 * keys, with a value for each step of the axis, whether there is data or not.
 */
final class MakeSeriesOperator implements TabularOperator<OperatorSyntax.MakeSeries> {
    @Override
    public Class<OperatorSyntax.MakeSeries> syntax() {
        return OperatorSyntax.MakeSeries.class;
    }

    @Override
    public Rows bind(OperatorSyntax.MakeSeries syntax, Rows input, BindContext context) {
        Settings settings = new Settings(syntax.settings(), Set.of("kind"), context);
        boolean nonempty = settings.choice("kind", List.of("default", "nonempty")).equals("nonempty");
        if (input.doubtful()) {
            return Rows.unknown(syntax.span());
        }
        return new Binding(syntax, input, nonempty, context).bind();
    }

    /** The work on one {@code make-series}. */
    private static final class Binding {
        private final OperatorSyntax.MakeSeries syntax;
        private final Rows input;
        private final boolean nonempty;
        private final BindContext context;
        private final OutputColumns output;
        private final List<NamedExpression> keys = new ArrayList<>();
        private final List<AggregateCall> calls = new ArrayList<>();
        private final List<Dynamic> defaults = new ArrayList<>();
        private boolean failed;

        Binding(OperatorSyntax.MakeSeries syntax, Rows input, boolean nonempty, BindContext context) {
            this.syntax = syntax;
            this.input = input;
            this.nonempty = nonempty;
            this.context = context;
            this.output = new OutputColumns(context);
        }

        Rows bind() {
            syntax.keys().forEach(key -> key.names().forEach(name -> output.reserve(name.text())));
            syntax.aggregates().forEach(one -> one.aggregate().names().forEach(name -> output.reserve(name.text())));
            syntax.keys().forEach(this::key);
            syntax.aggregates().forEach(this::aggregate);
            Expression axis = context.scalar(syntax.axis().value(), input);
            String axisName = name(syntax.axis(), AutoNames.of(syntax.axis().value(), context).orElse("Column1"), axis);
            Optional<Expression> from = syntax.from().map(this::constant);
            Optional<Expression> to = syntax.to().map(this::constant);
            Expression step = constant(syntax.step());
            if (failed || Poison.is(axis) || Poison.is(step) || from.filter(Poison::is).isPresent()
                    || to.filter(Poison::is).isPresent() || !formIsDone(from, to)) {
                return Rows.unknown(syntax.span());
            }
            return new SeriesPlan(axis, axisName, from, to, step, syntax.inRange(), nonempty, keys, calls, defaults,
                    syntax.span(), context).build(input);
        }

        private boolean formIsDone(Optional<Expression> from, Optional<Expression> to) {
            boolean complete = from.isPresent() && to.isPresent();
            if (nonempty && (!keys.isEmpty() || !complete)) {
                return refuse("'kind=nonempty' with keys, or without 'from' and 'to'");
            }
            return to.isEmpty() || from.isPresent() || refuse("'to' without 'from'");
        }

        private boolean refuse(String what) {
            Extraction.refuse(syntax.span(), "'make-series' with " + what, "", context);
            return false;
        }

        private String name(dev.harrier.kql.syntax.NamedExpression column, String automatic, Expression value) {
            if (column.names().isEmpty()) {
                return output.add(automatic, value);
            }
            Name name = column.names().getFirst();
            failed |= output.isDeclared(name.text());
            output.declare(name.text(), value, name.span());
            return name.text();
        }

        private void key(dev.harrier.kql.syntax.NamedExpression key) {
            Expression value = context.scalar(key.value(), input);
            if (!Poison.is(value) && value.type() == ScalarType.DYNAMIC) {
                context.error(Codes.TYPE_NOT_ALLOWED, key.value().span(),
                        "rows cannot be grouped by a dynamic value; say which type it is, as in tostring()");
                value = Poison.EXPRESSION;
            }
            failed |= Poison.is(value);
            String automatic = AutoNames.of(key.value(), context).orElse("Column" + (keys.size() + 1));
            keys.add(new NamedExpression(name(key, automatic, value), value));
        }

        /** A constant stands for itself wherever there are rows, as its maximum does. */
        private ExpressionSyntax ofConstant(ExpressionSyntax value) {
            boolean constant = value instanceof ExpressionSyntax.Literal
                    || value instanceof ExpressionSyntax.Negation(var at, ExpressionSyntax.Literal literal);
            return constant
                    ? new ExpressionSyntax.Call(value.span(), new Name(value.span(), "max"),
                            List.of(new dev.harrier.kql.syntax.NamedExpression(value.span(), List.of(), false, value)))
                    : value;
        }

        private void aggregate(SeriesAggregate aggregate) {
            ExpressionSyntax value = ofConstant(aggregate.aggregate().value());
            if (!AggregateBinder.isAggregate(value, context)) {
                context.error(Codes.AGGREGATE_EXPECTED, value.span(), "expected an aggregate");
                failed = true;
                return;
            }
            Set<String> keyNames = new HashSet<>();
            keys.forEach(key -> keyNames.add(key.name()));
            Optional<AggregateBinder.Bound> bound = new AggregateBinder(context, context.expressions(input), keyNames)
                    .bind((ExpressionSyntax.Call) value);
            if (bound.isEmpty()) {
                failed = true;
                return;
            }
            List<ScalarType> types = bound.get().types();
            if (types.size() != 1 || !types.getFirst().isNumeric()) {
                context.error(Codes.NUMBER_EXPECTED, value.span(), "a series is made of an aggregate that is a number");
                failed = true;
                return;
            }
            Expression shown = Literal.of(ScalarType.DYNAMIC, null);
            String name = name(aggregate.aggregate(), bound.get().names().getFirst(), shown);
            calls.add(bound.get().named(List.of(name)));
            defaults.add(defaultValue(aggregate, types.getFirst()));
        }

        private Dynamic defaultValue(SeriesAggregate aggregate, ScalarType type) {
            ScalarType filled = type == ScalarType.INT ? ScalarType.LONG : type;
            if (aggregate.defaultValue().isEmpty()) {
                return Dynamics.of(filled, Conversions.convert(ScalarType.LONG, 0L, filled));
            }
            ExpressionSyntax written = aggregate.defaultValue().get();
            Expression value = context.scalar(written, RowScope.NONE);
            if (!(value instanceof Literal literal)) {
                if (!Poison.is(value)) {
                    context.error(Codes.CONSTANT_EXPECTED, written.span(), "expected a constant");
                }
                failed = true;
                return null;
            }
            boolean widened = literal.type().isNumeric() && filled != ScalarType.LONG;
            return widened
                    ? Dynamics.of(filled, Conversions.convert(literal.type(), literal.value(), filled))
                    : Dynamics.of(literal.type(), literal.value());
        }

        private Expression constant(ExpressionSyntax value) {
            return context.scalar(value, RowScope.NONE);
        }
    }

    /** What a series is made of has one of these types, the axis first: how far a step goes on it. */
    static Optional<ScalarType> stepType(ScalarType axis) {
        return switch (axis) {
            case DATETIME, TIMESPAN -> Optional.of(ScalarType.TIMESPAN);
            case INT, LONG -> Optional.of(ScalarType.LONG);
            case REAL, DECIMAL -> Optional.of(ScalarType.REAL);
            case BOOL, STRING, GUID, DYNAMIC -> Optional.empty();
        };
    }

    /** A call of a function that only a plan can name. */
    static Expression call(dev.harrier.kql.expr.ScalarFunction function, List<Expression> arguments, SourceSpan span) {
        return new dev.harrier.kql.expr.Call(function, function.signatures().getFirst(), arguments, ScalarType.DYNAMIC,
                span);
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AggregateBinder;
import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.ExpressionBinder;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code summarize name = aggregate, … by key, …}: one row per combination of keys. */
final class SummarizeOperator implements TabularOperator<OperatorSyntax.Summarize> {
    @Override
    public Class<OperatorSyntax.Summarize> syntax() {
        return OperatorSyntax.Summarize.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Summarize syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of(), context);
        return new Binding(syntax, input, context).bind();
    }

    /** The work on one {@code summarize}. */
    private static final class Binding {
        private final OperatorSyntax.Summarize syntax;
        private final Rows input;
        private final BindContext context;
        private final WindowCalls windows;
        private final ExpressionBinder binder;
        private final OutputColumns output;
        private final List<dev.harrier.kql.expr.NamedExpression> keys = new ArrayList<>();
        private final List<AggregateCall> calls = new ArrayList<>();
        private int unnamed;

        Binding(OperatorSyntax.Summarize syntax, Rows input, BindContext context) {
            this.syntax = syntax;
            this.input = input;
            this.context = context;
            this.windows = new WindowCalls(input, context);
            this.binder = context.expressions(input, windows);
            this.output = new OutputColumns(context);
        }

        Rows bind() {
            reserve(syntax.keys());
            reserve(syntax.aggregates());
            syntax.keys().forEach(this::key);
            Set<String> keyColumns = new HashSet<>();
            keys.forEach(key -> {
                if (key.expression() instanceof ColumnRef column) {
                    keyColumns.add(column.name());
                }
            });
            AggregateBinder aggregates = new AggregateBinder(context, binder, keyColumns);
            syntax.aggregates().forEach(aggregate -> aggregate(aggregate, aggregates));
            if (input.doubtful()) {
                return Rows.unknown(syntax.span()).withDoubtfulColumns(output.doubtful());
            }
            PlanNode plan = new Aggregate(windows.over(input.plan()), keys, calls, syntax.span());
            boolean direct = plan.schema()
                    .columns()
                    .equals(output.columns().stream().map(dev.harrier.kql.expr.NamedExpression::column).toList())
                    && output.columns().stream().allMatch(dev.harrier.kql.expr.NamedExpression::isIdentity);
            PlanNode shown = direct ? plan : new Project(plan, output.columns(), syntax.span());
            return input.then(shown).withSerialized(false).withDoubtfulColumns(output.doubtful());
        }

        /** Names that the text gives are not to be taken by columns that have none. */
        private void reserve(List<NamedExpression> named) {
            named.forEach(column -> column.names().forEach(name -> output.reserve(name.text())));
        }

        private void key(NamedExpression key) {
            Expression value = binder.bind(key.value());
            if (!Poison.is(value) && value.type() == ScalarType.DYNAMIC) {
                context.error(Codes.TYPE_NOT_ALLOWED, key.value().span(),
                        "rows cannot be grouped by a dynamic value; say which type it is, as in tostring()");
                value = Poison.EXPRESSION;
            }
            Optional<String> automatic = AutoNames.of(key.value(), context);
            int before = output.columns().size();
            if (!key.names().isEmpty()) {
                Name name = key.names().getFirst();
                output.declare(name.text(), value, name.span());
            } else if (key.value() instanceof ExpressionSyntax.NameReference reference) {
                output.declare(reference.name(), value, key.span());
            } else {
                output.add(automatic.orElseGet(() -> "Column" + ++unnamed), value);
            }
            if (output.columns().size() > before) {
                String name = output.columns().getLast().name();
                keys.add(new dev.harrier.kql.expr.NamedExpression(name, value));
                output.replace(name, Poison.is(value) ? value : Columns.reference(name, value, key.span()));
            }
        }

        private void aggregate(NamedExpression aggregate, AggregateBinder aggregates) {
            if (AggregateBinder.isAggregate(aggregate.value(), context)) {
                direct(aggregate, (ExpressionSyntax.Call) aggregate.value(), aggregates);
            } else {
                compound(aggregate, aggregates);
            }
        }

        private void direct(NamedExpression aggregate, ExpressionSyntax.Call call, AggregateBinder aggregates) {
            Optional<AggregateBinder.Bound> bound = aggregates.bind(call);
            List<String> automatic = bound.map(AggregateBinder.Bound::names).orElse(List.of());
            int count = Math.max(1, automatic.size());
            if (aggregate.names().size() > count && bound.isPresent()) {
                context.error(Codes.DUPLICATE_COLUMN, aggregate.names().get(count).span(),
                        "'" + call.function().text() + "' has only " + count + " results");
                return;
            }
            List<String> names = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Expression value = bound.isEmpty()
                        ? Poison.EXPRESSION
                        : new ColumnRef("", bound.get().types().get(i), call.span());
                if (i < aggregate.names().size()) {
                    Name name = aggregate.names().get(i);
                    if (output.isDeclared(name.text())) {
                        output.declare(name.text(), value, name.span());
                        return;
                    }
                    output.declare(name.text(), value, name.span());
                    names.add(name.text());
                } else {
                    names.add(output.add(bound.isEmpty() ? call.function().text() + "_" : automatic.get(i), value));
                }
                output.replace(names.getLast(), Poison.is(value)
                        ? value
                        : Columns.reference(names.getLast(), value, call.span()));
            }
            bound.ifPresent(known -> calls.add(known.named(names)));
        }

        /** An expression over aggregates: they get columns of their own, and the expression is computed from these. */
        private void compound(NamedExpression aggregate, AggregateBinder aggregates) {
            int before = calls.size();
            Expression value = context.expressions(input, (call, nested) -> take(call, aggregates))
                    .bind(aggregate.value());
            if (!Poison.is(value) && !onlyAggregates(value)) {
                context.error(Codes.AGGREGATE_EXPECTED, aggregate.value().span(),
                        "a column outside of an aggregate; wrap it in one, such as take_any(), or group by it");
                value = Poison.EXPRESSION;
            }
            if (Poison.is(value)) {
                calls.subList(before, calls.size()).clear();
            }
            if (!aggregate.names().isEmpty()) {
                Name name = aggregate.names().getFirst();
                output.declare(name.text(), value, name.span());
                return;
            }
            Optional<String> automatic = compoundName(aggregate.value());
            output.add(automatic.orElseGet(() -> "Column" + ++unnamed), value);
        }

        private Optional<String> compoundName(ExpressionSyntax syntax) {
            if (!(syntax instanceof ExpressionSyntax.Call call) || call.arguments().isEmpty()) {
                return AutoNames.of(syntax, context);
            }
            ExpressionSyntax inner = call.arguments().getFirst().value();
            Optional<String> own = AutoNames.of(syntax, context);
            return own.isPresent() || !AggregateBinder.isAggregate(inner, context)
                    ? own
                    : AutoNames.ofCallOver(call, aggregateName((ExpressionSyntax.Call) inner), context);
        }

        private String aggregateName(ExpressionSyntax.Call inner) {
            int mark = context.mark();
            String name = new AggregateBinder(context, binder, Set.of()).bind(inner)
                    .map(bound -> bound.names().getFirst())
                    .orElse("");
            context.takeSince(mark);
            return name;
        }

        private Optional<Expression> take(ExpressionSyntax.Call call, AggregateBinder aggregates) {
            if (!AggregateBinder.isAggregate(call, context)) {
                return Optional.empty();
            }
            Optional<AggregateBinder.Bound> bound = aggregates.bind(call);
            if (bound.isEmpty() || bound.get().types().size() != 1) {
                if (bound.isPresent()) {
                    context.error(Codes.AGGREGATE_MISPLACED, call.span(),
                            "an aggregate with several results cannot be part of an expression");
                }
                return Optional.of(Poison.EXPRESSION);
            }
            String name = "$aggregate" + calls.size();
            calls.add(bound.get().named(List.of(name)));
            return Optional.of(
                    new ColumnRef(name, bound.get().types().getFirst(), call.span()));
        }

        private static boolean onlyAggregates(Expression value) {
            return Expressions.columns(value).stream()
                    .allMatch(name -> name.startsWith("$aggregate"));
        }
    }
}

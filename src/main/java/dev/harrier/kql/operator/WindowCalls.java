package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.CallSink;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.ExpressionBinder;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes window functions out of the expressions of an operator: each becomes a column that a {@link Window} below the
 * operator adds. Calls may be nested; the inner ones come first.
 */
final class WindowCalls implements CallSink {
    private final Rows input;
    private final BindContext context;
    private final List<Taken> taken = new ArrayList<>();

    /** A call, with the expressions of its arguments. */
    private record Taken(Window.Computed computed, List<NamedExpression> arguments) {}

    WindowCalls(Rows input, BindContext context) {
        this.input = input;
        this.context = context;
    }

    @Override
    public Optional<Expression> take(ExpressionSyntax.Call call, ExpressionBinder binder) {
        String name = call.function().text();
        Optional<WindowFunction> function = WindowFunction.named(name);
        if (function.isEmpty()) {
            return Optional.empty();
        }
        List<Expression> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(binder.bind(argument.value())));
        if (!input.serialized()) {
            context.error(Codes.NOT_SERIALIZED, call.function().span(),
                    "'" + name + "' needs rows in an order; sort them first, or use 'serialize'");
            return Optional.of(Poison.EXPRESSION);
        }
        if (Poison.isAny(arguments) || !fits(function.get(), arguments, call)) {
            return Optional.of(Poison.EXPRESSION);
        }
        return Optional.of(add(function.get(), arguments, call));
    }

    private boolean fits(WindowFunction function, List<Expression> arguments, ExpressionSyntax.Call call) {
        int count = arguments.size();
        if (count < function.least() || count > function.most()) {
            context.error(Codes.ARGUMENT_COUNT_RANGE, call.function().span(), "'" + call.function().text()
                    + "' takes between " + function.least() + " and " + function.most() + " arguments");
            return false;
        }
        for (int i = 0; i < count; i++) {
            Optional<String> problem = function.problem(i, arguments.get(i));
            if (problem.isPresent()) {
                context.error(Codes.TYPE_EXPECTED, call.arguments().get(i).value().span(), problem.get());
                return false;
            }
        }
        return true;
    }

    private Expression add(WindowFunction function, List<Expression> arguments, ExpressionSyntax.Call call) {
        String name = "$window" + taken.size();
        ScalarType type = function.type(arguments);
        List<NamedExpression> columns = new ArrayList<>();
        long offset = 1;
        Object otherwise = null;
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            if (function.looksAround() && i == 1) {
                offset = (Long) ((Literal) argument).value();
            } else if (function.looksAround() && i == 2) {
                otherwise = ((Literal) context.cast(type, argument)).value();
            } else {
                Expression typed = function == WindowFunction.ROW_CUMSUM && i == 0
                        ? context.cast(type, argument)
                        : argument;
                columns.add(new NamedExpression(name + "_" + i, typed));
            }
        }
        List<String> names = columns.stream().map(NamedExpression::name).toList();
        taken.add(new Taken(new Window.Computed(name, function, names, offset, otherwise, type), columns));
        return new ColumnRef(name, type, call.span());
    }

    /** The input with a column for each call that was taken. */
    PlanNode over(PlanNode plan) {
        PlanNode below = plan;
        List<Taken> group = new ArrayList<>();
        for (Taken call : taken) {
            if (group.stream().anyMatch(earlier -> uses(call, earlier))) {
                below = window(below, group);
                group.clear();
            }
            group.add(call);
        }
        return group.isEmpty() ? below : window(below, group);
    }

    private static boolean uses(Taken call, Taken earlier) {
        return call.arguments()
                .stream()
                .anyMatch(argument -> Expressions.columns(argument.expression()).contains(earlier.computed().name()));
    }

    private static PlanNode window(PlanNode input, List<Taken> group) {
        List<NamedExpression> columns = new ArrayList<>(Columns.unchanged(input.schema().columns()));
        group.forEach(call -> columns.addAll(call.arguments()));
        List<Window.Computed> computed = group.stream().map(Taken::computed).toList();
        return new Window(new Project(input, columns, input.span()), computed, input.span());
    }

    /** The rows without the columns for the calls that were taken. */
    Rows without(Rows before, Rows rows) {
        return taken.isEmpty()
                ? rows
                : rows.then(new Project(rows.plan(), Columns.unchanged(before.schema().columns()), rows.plan().span()));
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.PathAccess;
import dev.harrier.kql.expr.TupleFunction;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of functions with several columns in one {@code project} or {@code extend}. Each is computed once, into a
 * column of its own below, from which its columns are taken.
 */
final class TupleCalls {
    private static final String ESTIMATE = "HA111";

    private final Rows input;
    private final BindContext context;
    private final List<dev.harrier.kql.expr.NamedExpression> packed = new ArrayList<>();

    TupleCalls(Rows input, BindContext context) {
        this.input = input;
        this.context = context;
    }

    /** A column that a call yields; {@code declared} where the text names it. */
    record Output(String name, Optional<Name> declared, Expression value) {}

    /**
     * The columns of a call; empty if the expression is none of such a function.
     *
     * @param onlyNamed whether columns without a name are left out where others have one
     */
    Optional<List<Output>> take(NamedExpression column, boolean onlyNamed) {
        if (!(column.value() instanceof ExpressionSyntax.Call call)) {
            return Optional.empty();
        }
        Optional<TupleFunction> function = context.environment().functions()
                .tuple(call.function().text());
        if (function.isEmpty() || context.isDeclared(call.function().text())) {
            return Optional.empty();
        }
        List<Expression> arguments = call.arguments().stream()
                .map(argument -> context.scalar(argument.value(), input)).toList();
        boolean fine = !Poison.isAny(arguments) && fits(function.get(), arguments, call)
                && named(function.get(), column);
        String base = call.function().text() + "_"
                + call.arguments().stream().findFirst().flatMap(first -> AutoNames.of(first.value(), context))
                        .orElse("")
                + "_";
        if (function.get().estimate()) {
            context.report(Diagnostic.warning(ESTIMATE, call.span(), "'" + function.get().name()
                    + "' finds periods and scores by a measure of its own, which may differ a little from Kusto's"));
        }
        List<Output> outputs = new ArrayList<>();
        Expression bag = fine ? packed(function.get(), arguments, call.span()) : Poison.EXPRESSION;
        boolean single = !column.tuple() && !column.names().isEmpty();
        int shown = !column.names().isEmpty() && (onlyNamed || single)
                ? Math.min(column.names().size(), function.get().outputs().size())
                : function.get().outputs().size();
        for (int i = 0; i < shown; i++) {
            Column output = function.get().outputs().get(i);
            Expression value = Poison.is(bag)
                    ? bag
                    : context.cast(output.type(), new PathAccess(bag, List.of(new PathAccess.Property(output.name())),
                            call.span()));
            outputs.add(new Output(base + output.name(),
                    i < column.names().size() ? Optional.of(column.names().get(i)) : Optional.empty(), value));
        }
        return Optional.of(outputs);
    }

    private boolean named(TupleFunction function, NamedExpression column) {
        if (column.names().size() <= function.outputs().size()) {
            return true;
        }
        context.error(Codes.DUPLICATE_COLUMN, column.names().get(function.outputs().size()).span(),
                "'" + function.name() + "' has only " + function.outputs().size() + " results");
        return false;
    }

    private boolean fits(TupleFunction function, List<Expression> arguments, ExpressionSyntax.Call call) {
        if (arguments.isEmpty() || arguments.size() > function.parameters().size()) {
            context.error(Codes.ARGUMENT_COUNT_RANGE, call.function().span(), "'" + function.name()
                    + "' takes between 1 and " + function.parameters().size() + " arguments");
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            ScalarType type = arguments.get(i).type();
            if (!function.parameters().get(i).contains(type)) {
                context.error(Codes.TYPE_EXPECTED, call.arguments().get(i).value().span(),
                        "an argument of type " + type + " does not fit here");
                return false;
            }
        }
        return true;
    }

    private Expression packed(TupleFunction function, List<Expression> arguments, SourceSpan span) {
        String name = "$tuple" + packed.size();
        Call call = new Call(function.packed(), function.packed().signatures().getFirst(), arguments,
                ScalarType.DYNAMIC, span);
        packed.add(new dev.harrier.kql.expr.NamedExpression(name, call));
        return new ColumnRef(name, ScalarType.DYNAMIC, span);
    }

    /** The input with a column for each call. */
    PlanNode over(PlanNode plan) {
        if (packed.isEmpty()) {
            return plan;
        }
        List<dev.harrier.kql.expr.NamedExpression> columns = new ArrayList<>(
                Columns.unchanged(plan.schema().columns()));
        columns.addAll(packed);
        return new Project(plan, columns, plan.span());
    }
}

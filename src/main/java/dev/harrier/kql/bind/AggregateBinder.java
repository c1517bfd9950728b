package dev.harrier.kql.bind;

import dev.harrier.kql.expr.AggregateCall;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.AggregateSignature;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Binds calls of aggregates: arguments, signature, result types and the names that they suggest. */
public final class AggregateBinder {
    private final BindContext context;
    private final ExpressionBinder binder;
    private final Set<String> keys;

    /**
     * @param binder binds arguments over the rows that are grouped
     * @param keys the names of the keys, which {@code *} leaves out
     */
    public AggregateBinder(BindContext context, ExpressionBinder binder, Set<String> keys) {
        this.context = context;
        this.binder = binder;
        this.keys = keys;
    }

    /**
     * A bound call that has no columns yet.
     *
     * @param names what its columns are called if nobody says otherwise
     */
    public record Bound(AggregateFunction function, AggregateSignature signature, List<Expression> arguments,
            List<ScalarType> types, List<String> names, SourceSpan span) {
        /** The call with columns of these names. */
        public AggregateCall named(List<String> columnNames) {
            List<Column> outputs = new ArrayList<>();
            for (int i = 0; i < types.size(); i++) {
                outputs.add(new Column(columnNames.get(i), types.get(i)));
            }
            return new AggregateCall(function, signature, arguments, outputs, span);
        }
    }

    /** {@code count()} under a name, without any syntax. */
    public static Optional<AggregateCall> countRows(String column, SourceSpan span, BindContext context) {
        Optional<AggregateFunction> count = context.environment().functions().aggregate("count");
        if (count.isEmpty()) {
            context.report(Diagnostic.notSupported(span, "the aggregate 'count'", ""));
            return Optional.empty();
        }
        return match(count.get(), List.of())
                .map(match -> new AggregateCall(count.get(), match.signature, List.of(),
                        List.of(new Column(column, match.types.getFirst())), span));
    }

    /** Whether the call is one of an aggregate. */
    public static boolean isAggregate(ExpressionSyntax syntax, BindContext context) {
        return syntax instanceof ExpressionSyntax.Call call
                && context.aggregate(call.function().text()).isPresent();
    }

    /** The bound call; empty, and said, if it cannot be bound. */
    public Optional<Bound> bind(ExpressionSyntax.Call call) {
        AggregateFunction function = context.aggregate(call.function().text()).orElseThrow();
        List<Expression> arguments = new ArrayList<>();
        List<Optional<String>> argumentNames = new ArrayList<>();
        for (NamedExpression argument : call.arguments()) {
            if (argument.value() instanceof ExpressionSyntax.Star star) {
                star(star, function, arguments, argumentNames);
            } else {
                arguments.add(binder.bind(argument.value()));
                argumentNames.add(AutoNames.of(argument.value(), context));
            }
        }
        if (Poison.isAny(arguments) || binder.row().isDoubtful()) {
            return Optional.empty();
        }
        Optional<Match> match = match(function, arguments);
        if (match.isEmpty()) {
            explain(function, call, arguments);
            return Optional.empty();
        }
        List<Expression> converted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            converted.add(Casts.to(match.get().argumentTypes.get(i), arguments.get(i), context.calls()));
        }
        if (!constantsKnown(match.get().signature, converted, function)) {
            return Optional.empty();
        }
        List<String> names = AggregateNames.of(call.function().text(), function, converted, argumentNames,
                match.get().types.size());
        return Optional.of(
                new Bound(function, match.get().signature, converted, match.get().types, names, call.span()));
    }

    private void star(ExpressionSyntax.Star star, AggregateFunction function, List<Expression> arguments,
            List<Optional<String>> names) {
        if (!AggregateNames.takesStar(function)) {
            context.error(Codes.STAR_NOT_ALLOWED, star.span(), "'*' is not allowed here");
            arguments.add(Poison.EXPRESSION);
            names.add(Optional.empty());
            return;
        }
        String first = arguments.isEmpty() || !(arguments.getFirst() instanceof ColumnRef column) ? "" : column.name();
        for (Column column : binder.row().rows().schema().columns()) {
            if (!keys.contains(column.name()) && !column.name().equals(first)) {
                boolean doubtful = binder.row().isDoubtful(column.name());
                arguments.add(doubtful
                        ? Poison.EXPRESSION
                        : new ColumnRef(column.name(), column.type(), star.span()));
                names.add(Optional.of(column.name()));
            }
        }
    }

    private record Match(AggregateSignature signature, List<ScalarType> argumentTypes, List<ScalarType> types,
            int cost) {}

    private static Optional<Match> match(AggregateFunction function, List<Expression> arguments) {
        Match best = null;
        for (AggregateSignature signature : function.signatures()) {
            Optional<Match> match = match(signature, arguments);
            if (match.isPresent() && (best == null || match.get().cost < best.cost)) {
                best = match.get();
            }
        }
        return Optional.ofNullable(best);
    }

    private static Optional<Match> match(AggregateSignature signature, List<Expression> arguments) {
        if (arguments.size() < signature.minimumArguments()) {
            return Optional.empty();
        }
        List<ScalarType> types = new ArrayList<>();
        int cost = 0;
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter = signature.parameterAt(i);
            ScalarType given = arguments.get(i).type();
            if (parameter == null) {
                return Optional.empty();
            }
            boolean accepted = parameter.accepts().contains(given);
            int distance = accepted || parameter.coercesTo() == null
                    ? 0
                    : Casts.distance(given, parameter.coercesTo());
            if (!accepted && (parameter.coercesTo() == null || distance < 0)) {
                return Optional.empty();
            }
            types.add(accepted ? given : parameter.coercesTo());
            cost += distance;
        }
        List<ScalarType> results = signature.resultTypes().of(types);
        return results.isEmpty() ? Optional.empty() : Optional.of(new Match(signature, types, results, cost));
    }

    private boolean constantsKnown(AggregateSignature signature, List<Expression> arguments,
            AggregateFunction function) {
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter = signature.parameterAt(i);
            if (parameter.constant() && !CallBinder.isConstant(arguments.get(i))) {
                context.error(Codes.CONSTANT_EXPECTED, arguments.get(i).span(),
                        "the argument '" + parameter.name() + "' of '" + function + "' must be a constant");
                return false;
            }
        }
        return true;
    }

    private void explain(AggregateFunction function, ExpressionSyntax.Call call, List<Expression> arguments) {
        List<Counts> counts = function.signatures().stream().map(AggregateBinder::counts).toList();
        boolean counted = counts.stream()
                .anyMatch(count -> arguments.size() >= count.least() && arguments.size() <= count.most());
        SourceSpan span = call.function().span();
        String subject = "the aggregate '" + call.function().text() + "'";
        context.report(counted
                ? Diagnostic.error(Codes.ARGUMENTS_UNFIT, span,
                        subject + " does not take arguments of type " + CallBinder.types(arguments))
                : Counts.wrong(subject, span, counts));
    }

    private static Counts counts(AggregateSignature signature) {
        List<Parameter> parameters = signature.parameters();
        boolean open = !parameters.isEmpty() && parameters.getLast().isRepeated();
        return new Counts(signature.minimumArguments(), open ? Integer.MAX_VALUE : parameters.size());
    }
}

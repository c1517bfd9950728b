package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Expressions;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.expr.Signature;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses the signature of a call, converts the arguments to what it asks for, and computes what is known already. */
final class CallBinder {
    private final BindSession session;

    CallBinder(BindSession session) {
        this.session = session;
    }

    /** A call of a function that the catalogue has. */
    Expression function(String name, List<Expression> arguments, SourceSpan nameSpan, SourceSpan span) {
        Optional<ScalarFunction> function = session.environment().functions().scalar(name);
        if (function.isEmpty()) {
            session.report(Diagnostic.notSupported(nameSpan, "the function '" + name + "'", ""));
            return Poison.EXPRESSION;
        }
        return function(function.get(), name, arguments, nameSpan, span);
    }

    Expression function(ScalarFunction function, String name, List<Expression> arguments, SourceSpan nameSpan,
            SourceSpan span) {
        if (Poison.isAny(arguments)) {
            return Poison.EXPRESSION;
        }
        Optional<Expression> bound = resolve(function, arguments, span);
        if (bound.isEmpty()) {
            explain(function, name, arguments, nameSpan);
            return Poison.EXPRESSION;
        }
        return constantsKnown(bound.get());
    }

    /** A call of an operator, by its sign. */
    Expression operator(String sign, List<Expression> operands, SourceSpan operatorSpan, SourceSpan span) {
        if (Poison.isAny(operands)) {
            return Poison.EXPRESSION;
        }
        Optional<ScalarFunction> function = session.environment().functions().scalar(sign);
        if (function.isEmpty()) {
            session.report(Diagnostic.notSupported(operatorSpan, "the operator '" + sign + "'", ""));
            return Poison.EXPRESSION;
        }
        Optional<Expression> bound = resolve(function.get(), operands, span);
        if (bound.isEmpty()) {
            undefined(sign, operands, operatorSpan);
            return Poison.EXPRESSION;
        }
        return bound.get();
    }

    void undefined(String sign, List<Expression> operands, SourceSpan operatorSpan) {
        String shown = sign.equals("negate") ? "-" : sign;
        session.report(Diagnostic.error(Codes.OPERATOR_UNDEFINED, operatorSpan, "the operator '" + shown
                + "' is not defined for " + types(operands) + "; convert one side, for example with tostring()"));
    }

    /** The call with the best signature, folded where its arguments are known; empty if none fits. */
    Optional<Expression> resolve(ScalarFunction function, List<Expression> arguments, SourceSpan span) {
        Match best = null;
        for (Signature signature : function.signatures()) {
            Optional<Match> match = match(signature, arguments);
            if (match.isPresent() && (best == null || match.get().cost < best.cost)) {
                best = match.get();
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        List<Expression> converted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            converted.add(Casts.to(best.types.get(i), arguments.get(i), this));
        }
        if (Poison.isAny(converted) || hasBadText(function, converted)) {
            return Optional.of(Poison.EXPRESSION);
        }
        Expression bound = session.fold(new Call(function, best.signature, converted, best.result, span));
        return Optional.of(session.isTooLarge(bound) ? Poison.EXPRESSION : bound);
    }

    /** Whether the function cannot take one of the literal texts, which is said here. */
    private boolean hasBadText(ScalarFunction function, List<Expression> arguments) {
        boolean bad = false;
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Literal literal && literal.value() instanceof String text) {
                Optional<String> problem = function.problemOf(i, text);
                problem.ifPresent(
                        message -> session.report(Diagnostic.error(Codes.BAD_CONSTANT, literal.span(), message)));
                bad |= problem.isPresent();
            }
        }
        return bad;
    }

    private record Match(Signature signature, List<ScalarType> types, ScalarType result, int cost) {}

    private static Optional<Match> match(Signature signature, List<Expression> arguments) {
        if (arguments.size() < signature.minimumArguments()) {
            return Optional.empty();
        }
        List<ScalarType> types = new ArrayList<>();
        int cost = 0;
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter = signature.parameterAt(i);
            if (parameter == null) {
                return Optional.empty();
            }
            ScalarType given = arguments.get(i).type();
            if (parameter.accepts().contains(given)) {
                types.add(given);
                continue;
            }
            int distance = parameter.coercesTo() == null ? -1 : Casts.distance(given, parameter.coercesTo());
            if (distance < 0) {
                return Optional.empty();
            }
            types.add(parameter.coercesTo());
            cost += distance;
        }
        int total = cost;
        return signature.resultType().of(types).map(result -> new Match(signature, types, result, total));
    }

    /** Checks the arguments that must be known before the query runs. */
    private Expression constantsKnown(Expression expression) {
        if (!(expression instanceof Call call)) {
            return expression;
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            Parameter parameter = call.signature().parameterAt(i);
            Expression argument = call.argument(i);
            if (parameter != null && parameter.constant() && !isConstant(argument)) {
                session.report(Diagnostic.error(Codes.CONSTANT_EXPECTED, argument.span(),
                        "the argument '" + parameter.name() + "' of '" + call.function() + "' must be a constant"));
                return Poison.EXPRESSION;
            }
        }
        return expression;
    }

    /** Whether it is the same for every row; subqueries are run before the rows are read. */
    static boolean isConstant(Expression expression) {
        return Expressions.columns(expression).isEmpty();
    }

    private void explain(ScalarFunction function, String name, List<Expression> arguments, SourceSpan nameSpan) {
        List<Signature> fitting = function.signatures()
                .stream()
                .filter(signature -> takes(signature, arguments.size()))
                .toList();
        if (fitting.isEmpty()) {
            session.report(Counts.wrong("the function '" + name + "'", nameSpan, function.signatures()
                    .stream()
                    .map(signature -> new Counts(signature.minimumArguments(), most(signature)))
                    .toList()));
            return;
        }
        if (fitting.size() == 1 && explainArgument(fitting.getFirst(), arguments)) {
            return;
        }
        session.report(Diagnostic.error(Codes.ARGUMENTS_UNFIT, nameSpan,
                "the function '" + name + "' does not take arguments of type " + types(arguments)));
    }

    private boolean explainArgument(Signature signature, List<Expression> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter = signature.parameterAt(i);
            ScalarType given = arguments.get(i).type();
            boolean convertible = parameter.coercesTo() != null
                    && Casts.distance(given, parameter.coercesTo()) >= 0;
            if (!parameter.accepts().contains(given) && !convertible) {
                session.report(Diagnostic.error(Codes.TYPE_EXPECTED, arguments.get(i).span(),
                        "expected " + oneOf(parameter) + ", not " + given));
                return true;
            }
        }
        return false;
    }

    private static String oneOf(Parameter parameter) {
        return parameter.accepts().stream().sorted().map(ScalarType::keyword).collect(Collectors.joining(" or "));
    }

    private static boolean takes(Signature signature, int count) {
        return count >= signature.minimumArguments() && count <= most(signature);
    }

    private static int most(Signature signature) {
        List<Parameter> parameters = signature.parameters();
        return !parameters.isEmpty() && parameters.getLast().isRepeated() ? Integer.MAX_VALUE : parameters.size();
    }

    static String types(List<Expression> expressions) {
        return expressions.stream().map(expression -> expression.type().keyword()).collect(Collectors.joining(" and "));
    }
}

package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.Predicate;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Arithmetic;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** {@code in !in in~ !in~} over lists of values, and {@code between !between}. */
final class MembershipOperators {
    private MembershipOperators() {}

    static List<ScalarFunction> all() {
        return List.of(
                membership("in", false, false, "Says whether a value is in a list, texts in exact case.",
                        "print 'b' in ('a', 'b')", "True"),
                membership("!in", true, false, "Says whether a value is not in a list, texts in exact case.",
                        "print 3 !in (1, 2)", "True"),
                membership("in~", false, true, "Says whether a text is in a list but for the case of letters.",
                        "print 'B' in~ ('a', 'b')", "True"),
                membership("!in~", true, true, "Says whether a text is not in a list, whatever the case of letters.",
                        "print 'B' !in~ ('a', 'b')", "False"),
                between("between", false, "Says whether a value lies between two bounds, both included.",
                        "print 5 between (1 .. 5)", "True"),
                between("!between", true, "Says whether a value lies outside two bounds.",
                        "print datetime(2024-01-03) !between (datetime(2024-01-01) .. 1d)", "True"));
    }

    private static ScalarFunction membership(String name, boolean negated, boolean ignoreCase, String summary,
            String example, String result) {
        Parameter value = ignoreCase ? TextArguments.text("value") : Parameter.any("value");
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(value, Parameter.any("items").repeatedOptional()), MembershipOperators::isDefined,
                        NullRule.HANDLED, site -> kernel(site, negated, ignoreCase))
                .shape(arguments -> shape(arguments, negated, ignoreCase)).build();
    }

    private static Optional<ScalarType> isDefined(List<ScalarType> types) {
        boolean comparable = types.stream().skip(1).allMatch(item -> item == ScalarType.DYNAMIC
                || ComparisonDomain.ofEquality(types.getFirst(), item).isPresent());
        return comparable ? Optional.of(BOOL) : Optional.empty();
    }

    private static Kernel kernel(Kernel.Site site, boolean negated, boolean ignoreCase) {
        ScalarType valueType = site.type(0);
        boolean constant = IntStream.range(1, site.count()).allMatch(site::isConstant);
        if (constant) {
            Membership list = new Membership(valueType, ignoreCase);
            for (int i = 1; i < site.count(); i++) {
                list.add(site.type(i), site.constant(i));
            }
            return (Kernel.PerValue) arguments -> list.contains(arguments[0]) != negated;
        }
        return (Kernel.PerValue) arguments -> {
            Membership list = new Membership(valueType, ignoreCase);
            for (int i = 1; i < arguments.length; i++) {
                list.add(site.type(i), arguments[i]);
            }
            return list.contains(arguments[0]) != negated;
        };
    }

    private static Optional<Predicate> shape(List<Expression> arguments, boolean negated, boolean ignoreCase) {
        List<Expression> items = arguments.subList(1, arguments.size());
        if (!items.stream().allMatch(Literal.class::isInstance)) {
            return Optional.empty();
        }
        List<Literal> flattened = Membership.flattened(items.stream().map(Literal.class::cast).toList());
        if (flattened.isEmpty()) {
            return Optional.of(negated ? Predicate.ALL : new Predicate.Nothing());
        }
        Optional<Predicate> in = ComparisonShapes.membership(arguments.getFirst(), flattened, ignoreCase);
        return negated ? in.map(Predicate.Not::new) : in;
    }

    private static ScalarFunction between(String name, boolean negated, String summary, String example,
            String result) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(Parameter.any("value"), Parameter.any("low"), Parameter.any("high")),
                        MembershipOperators::isBetweenDefined, NullRule.PROPAGATE, site -> betweenKernel(site, negated))
                .shape(arguments -> betweenShape(arguments, negated)).build();
    }

    private static Optional<ScalarType> isBetweenDefined(List<ScalarType> types) {
        ScalarType value = types.get(0);
        boolean low = ComparisonDomain.ofOrder(value, types.get(1)).isPresent();
        boolean high = ComparisonDomain.ofOrder(value, types.get(2)).isPresent() || isWindow(types);
        return low && high ? ResultType.always(BOOL).of(types) : Optional.empty();
    }

    /** {@code time between (start .. length)}: the upper bound is the start and the length. */
    private static boolean isWindow(List<ScalarType> types) {
        return types.get(0) == DATETIME && types.get(1) == DATETIME && types.get(2) == TIMESPAN;
    }

    private static Kernel betweenKernel(Kernel.Site site, boolean negated) {
        ScalarType value = site.type(0);
        boolean window = isWindow(site.arguments().stream().map(Expression::type).toList());
        return (Kernel.PerValue) arguments -> {
            Object high = window ? end(arguments[1], arguments[2]) : arguments[2];
            Boolean above = compare(Comparison.GREATER_OR_EQUAL, value, arguments[0], site.type(1), arguments[1]);
            Boolean below = compare(Comparison.LESS_OR_EQUAL, value, arguments[0],
                    window ? DATETIME : site.type(2), high);
            return above == null || below == null ? null : (Boolean) ((above && below) != negated);
        };
    }

    private static Boolean compare(Comparison comparison, ScalarType leftType, Object left, ScalarType rightType,
            Object right) {
        ComparisonDomain domain = comparison.domain(leftType, rightType).orElseThrow();
        return comparison.compare(domain, leftType, left, rightType, right);
    }

    private static Object end(Object start, Object length) {
        return Arithmetic.evaluate(Arithmetic.Operator.ADD, DATETIME, start, TIMESPAN, length);
    }

    private static Optional<Predicate> betweenShape(List<Expression> arguments, boolean negated) {
        List<Expression> bounds = arguments;
        if (isWindow(arguments.stream().map(Expression::type).toList())) {
            if (!(arguments.get(1) instanceof Literal low) || !(arguments.get(2) instanceof Literal length)
                    || low.isNull() || length.isNull()) {
                return Optional.empty();
            }
            bounds = List.of(arguments.get(0), low,
                    new Literal(DATETIME, end(low.value(), length.value()), length.span()));
        }
        Optional<Predicate> range = ComparisonShapes.between(bounds);
        return negated ? range.map(Predicate.Not::new) : range;
    }
}

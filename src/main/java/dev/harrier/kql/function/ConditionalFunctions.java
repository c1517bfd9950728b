package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Arithmetic;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code iff}, {@code case}, {@code coalesce}, {@code max_of} and {@code min_of}. */
final class ConditionalFunctions {
    private ConditionalFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(iff(), caseFunction(), coalesce(),
                extreme("max_of", 1, "The greatest of several values; nulls are passed over.",
                        "print max_of(10, 1, -3, 17)", "17"),
                extreme("min_of", -1, "The least of several values; nulls are passed over.",
                        "print min_of(10, 1, -3, 17)", "-3"));
    }

    /** The type that all branches are brought to; empty if there is none. */
    private static Optional<ScalarType> common(List<ScalarType> types, boolean orDynamic) {
        ScalarType common = null;
        for (ScalarType type : types) {
            Optional<ScalarType> next = common == null ? Optional.of(type) : common(common, type, orDynamic);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            common = next.get();
        }
        return Optional.ofNullable(common);
    }

    /** {@code int} and {@code real} do not meet, though {@code long} and {@code real} do: the engine says so. */
    private static Optional<ScalarType> common(ScalarType left, ScalarType right, boolean orDynamic) {
        if (left == right) {
            return Optional.of(left);
        }
        if (left == DYNAMIC || right == DYNAMIC) {
            return orDynamic ? Optional.of(left == DYNAMIC ? right : left) : Optional.empty();
        }
        boolean intAndReal = left == ScalarType.INT && right == ScalarType.REAL
                || left == ScalarType.REAL && right == ScalarType.INT;
        if (intAndReal) {
            return Optional.empty();
        }
        Optional<ScalarType> number = Arithmetic.commonNumber(left, right);
        return number.isPresent() || !orDynamic ? number : Optional.of(DYNAMIC);
    }

    private static ScalarFunction iff() {
        return ScalarFunction.named("iff").alias("iif")
                .summary("One of two values, by a condition; a null condition takes the second.")
                .example("print iff(1 > 2, 'more', 'less')", "less")
                .signature(
                        List.of(Parameter.of("condition", BOOL, DYNAMIC), Parameter.any("then"), Parameter.any("else")),
                        types -> common(types.subList(1, 3), true), NullRule.HANDLED,
                        site -> branches(site))
                .build();
    }

    private static ScalarFunction caseFunction() {
        return ScalarFunction.named("case")
                .summary("The value after the first condition that is true, else the last value.")
                .example("print case(1 > 2, 'a', 2 > 1, 'b', 'c')", "b")
                .signature(List.of(Parameter.any("condition"), Parameter.any("then"), Parameter.any("else").repeated()),
                        ConditionalFunctions::caseType, NullRule.HANDLED, site -> branches(site))
                .build();
    }

    private static Optional<ScalarType> caseType(List<ScalarType> types) {
        if (types.size() % 2 == 0) {
            return Optional.empty();
        }
        List<ScalarType> values = new ArrayList<>();
        for (int i = 0; i + 1 < types.size(); i += 2) {
            if (types.get(i) != BOOL && types.get(i) != DYNAMIC) {
                return Optional.empty();
            }
            values.add(types.get(i + 1));
        }
        values.add(types.getLast());
        return common(values, true);
    }

    /** Conditions and values by turns, and a last value without a condition. */
    private static Kernel branches(Kernel.Site site) {
        ScalarType[] types = types(site);
        ScalarType result = site.resultType();
        return (Kernel.PerValue) arguments -> {
            int chosen = arguments.length - 1;
            for (int i = 0; i + 1 < arguments.length; i += 2) {
                if (isTrue(types[i], arguments[i])) {
                    chosen = i + 1;
                    break;
                }
            }
            return convert(types[chosen], arguments[chosen], result);
        };
    }

    private static boolean isTrue(ScalarType type, Object value) {
        return value instanceof Boolean bool ? bool : Boolean.TRUE.equals(Conversions.toBool(type, value));
    }

    private static Object convert(ScalarType type, Object value, ScalarType target) {
        return type == target ? value : Conversions.convert(type, value, target);
    }

    private static ScalarType[] types(Kernel.Site site) {
        ScalarType[] types = new ScalarType[site.count()];
        for (int i = 0; i < types.length; i++) {
            types[i] = site.type(i);
        }
        return types;
    }

    private static ScalarFunction coalesce() {
        return ScalarFunction.named("coalesce").summary("The first value that is not null (for texts: not empty).")
                .example("print coalesce(tolong('x'), tolong('42'), 33)", "42")
                .signature(List.of(Parameter.any("first"), Parameter.any("others").repeated()),
                        types -> common(types, false), NullRule.HANDLED, ConditionalFunctions::coalesceKernel)
                .build();
    }

    private static Kernel coalesceKernel(Kernel.Site site) {
        ScalarType[] types = types(site);
        ScalarType result = site.resultType();
        return (Kernel.PerValue) arguments -> {
            for (int i = 0; i < arguments.length; i++) {
                if (arguments[i] != null && !"".equals(arguments[i])) {
                    return convert(types[i], arguments[i], result);
                }
            }
            return null;
        };
    }

    private static ScalarFunction extreme(String name, int sign, String summary, String example, String result) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(Parameter.any("first"), Parameter.any("others").repeatedOptional()),
                        types -> types.contains(DYNAMIC) || types.contains(ScalarType.GUID)
                                ? Optional.empty()
                                : common(types, false),
                        NullRule.HANDLED, site -> extremeKernel(site, sign))
                .build();
    }

    private static Kernel extremeKernel(Kernel.Site site, int sign) {
        ScalarType[] types = types(site);
        ScalarType result = site.resultType();
        return (Kernel.PerValue) arguments -> {
            Object best = null;
            for (int i = 0; i < arguments.length; i++) {
                Object value = convert(types[i], arguments[i], result);
                if (value != null && (best == null || Integer.signum(Values.compare(result, value, best)) == sign)) {
                    best = value;
                }
            }
            return best;
        };
    }
}

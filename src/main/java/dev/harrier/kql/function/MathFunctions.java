package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.ScalarType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;

/** Roots, powers, logarithms, angles, rounding, {@code rand}. */
final class MathFunctions {
    private static final double LOG_2 = Math.log(2);

    private MathFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(abs(), round(), ceiling(), rand(), pi(),
                real("sign", "The sign of a number: -1, 0 or 1.", "print sign(-42)", "-1.0",
                        value -> Double.isNaN(value) ? 0 : Math.signum(value) + 0.0),
                real("sqrt", "The square root; NaN of a negative number.", "print sqrt(16)", "4.0", Math::sqrt),
                real("exp", "e to the power of a number.", "print exp(0)", "1.0", Math::exp),
                real("exp2", "2 to the power of a number.", "print exp2(3)", "8.0", value -> Math.pow(2, value)),
                real("exp10", "10 to the power of a number.", "print exp10(2)", "100.0", value -> Math.pow(10, value)),
                logarithm("log", "The natural logarithm; null of a negative number.", "print log(1)", "0.0", Math::log),
                logarithm("log2", "The logarithm to base 2; null of a negative number.", "print log2(8)", "3.0",
                        value -> Math.log(value) / LOG_2),
                logarithm("log10", "The logarithm to base 10; null of a negative number.", "print log10(1000)",
                        "3.0", Math::log10),
                real("sin", "The sine of an angle in radians.", "print sin(0)", "0.0", Math::sin),
                real("cos", "The cosine of an angle in radians.", "print cos(0)", "1.0", Math::cos),
                real("tan", "The tangent of an angle in radians.", "print tan(0)", "0.0", Math::tan),
                real("cot", "The cotangent of an angle in radians.", "print round(cot(1), 4)", "0.6421",
                        value -> 1 / Math.tan(value)),
                arc("asin", "The angle in radians whose sine this is; null outside -1 to 1.", "print asin(0)", "0.0",
                        Math::asin),
                arc("acos", "The angle in radians whose cosine this is; null outside -1 to 1.", "print acos(1)", "0.0",
                        Math::acos),
                real("atan", "The angle in radians whose tangent this is.", "print atan(0)", "0.0", Math::atan),
                real("degrees", "An angle in radians, in degrees.", "print degrees(pi())", "180.0",
                        value -> value * 180 / Math.PI),
                real("radians", "An angle in degrees, in radians.", "print radians(180)", "3.141592653589793",
                        value -> value * Math.PI / 180),
                real("gamma", "The gamma function.", "print gamma(5)", "24.0", Gamma::gamma),
                real("loggamma", "The logarithm of the absolute value of the gamma function.",
                        "print loggamma(1)", "0.0", Gamma::logGamma),
                realPair("pow", "A number to the power of another.", "print pow(2, 10)", "1024.0", Math::pow),
                realPair("atan2", "The angle in radians from the x-axis to the point (x, y), given y and x.",
                        "print atan2(0, 1)", "0.0", Math::atan2));
    }

    private static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    private static ScalarFunction real(String name, String summary, String example, String result,
            DoubleUnaryOperator function) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(Parameter.numeric("x")), REAL,
                        arguments -> function.applyAsDouble(number(arguments[0])))
                .build();
    }

    private static ScalarFunction logarithm(String name, String summary, String example, String result,
            DoubleUnaryOperator function) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(Parameter.numeric("x")), REAL, arguments -> {
                    double value = number(arguments[0]);
                    return value < 0 ? null : (Double) function.applyAsDouble(value);
                }).build();
    }

    private static ScalarFunction arc(String name, String summary, String example, String result,
            DoubleUnaryOperator function) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(Parameter.numeric("x")), REAL, arguments -> {
                    double value = number(arguments[0]);
                    return Math.abs(value) > 1 ? null : (Double) function.applyAsDouble(value);
                }).build();
    }

    private static ScalarFunction realPair(String name, String summary, String example, String result,
            DoubleBinaryOperator function) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(Parameter.numeric("x"), Parameter.numeric("y")), REAL,
                        arguments -> function.applyAsDouble(number(arguments[0]), number(arguments[1])))
                .build();
    }

    private static ScalarFunction abs() {
        return ScalarFunction.named("abs").summary("The absolute value of a number or a duration.")
                .example("print abs(-5)", "5")
                .signature(List.of(Parameter.of("x", INT, LONG, REAL, DECIMAL, TIMESPAN)),
                        types -> Optional.of(types.getFirst() == INT ? LONG : types.getFirst()), NullRule.PROPAGATE,
                        site -> (Kernel.PerValue) arguments -> switch (arguments[0]) {
                            case Long whole -> (Object) Math.abs(whole);
                            case Double real -> Math.abs(real);
                            case BigDecimal decimal -> decimal.abs();
                            default -> throw new IllegalArgumentException("not a number");
                        })
                .build();
    }

    private static ScalarFunction round() {
        return ScalarFunction.named("round")
                .summary("Rounds a number, half away from zero, to digits after the point (before it if negative).")
                .example("print round(2.5)", "3.0").example("print round(2.34567, 2)", "2.35")
                .signature(List.of(Parameter.numeric("x"), Parameter.of("digits", LONG).optional()),
                        ResultType.ofArgument(0), NullRule.PROPAGATE,
                        site -> (Kernel.PerValue) arguments -> round(arguments[0],
                                arguments.length > 1 ? (Long) arguments[1] : 0))
                .build();
    }

    private static Object round(Object value, long digits) {
        int scale = (int) Math.clamp(digits, -40, 40);
        return switch (value) {
            case Double real -> Double.isFinite(real)
                    ? (Object) new BigDecimal(Double.toString(real)).setScale(scale, RoundingMode.HALF_UP).doubleValue()
                    : real;
            case BigDecimal decimal -> decimal.setScale(scale, RoundingMode.HALF_UP);
            case Long whole -> scale >= 0
                    ? whole
                    : (Object) BigDecimal.valueOf(whole).setScale(scale, RoundingMode.HALF_UP).longValue();
            default -> throw new IllegalArgumentException("not a number");
        };
    }

    private static ScalarFunction ceiling() {
        return ScalarFunction.named("ceiling").summary("The least whole number that is not less than a number.")
                .example("print ceiling(3.2)", "4.0")
                .signature(List.of(Parameter.numeric("x")),
                        types -> Optional.of(types.getFirst() == DECIMAL ? DECIMAL : REAL), NullRule.PROPAGATE,
                        site -> {
                            ScalarType type = site.type(0);
                            return (Kernel.PerValue) arguments -> arguments[0] instanceof BigDecimal decimal
                                    ? decimal.setScale(0, RoundingMode.CEILING)
                                    : (Object) (Math.ceil(Conversions.toReal(type, arguments[0])) + 0.0);
                        })
                .build();
    }

    private static ScalarFunction rand() {
        return ScalarFunction.named("rand")
                .summary("A random number from 0 up to but not 1, or a whole one below a bound; anew for every row.")
                .example("print rand() < 1", "True").notDeterministic()
                .signature(List.of(Parameter.of("bound", LONG).optional()), ResultType.always(REAL),
                        NullRule.HANDLED, MathFunctions::randKernel)
                .build();
    }

    private static Kernel randKernel(Kernel.Site site) {
        RandomGenerator random = Draws.generator(site, "rand");
        return (Kernel.PerValue) arguments -> {
            if (arguments.length == 0 || arguments[0] == null || (Long) arguments[0] <= 1) {
                return random.nextDouble();
            }
            return (double) random.nextLong((Long) arguments[0]);
        };
    }

    private static ScalarFunction pi() {
        return ScalarFunction.named("pi").summary("The ratio of a circle's circumference to its diameter.")
                .example("print pi()", "3.141592653589793")
                .signature(List.of(), REAL, arguments -> Math.PI).build();
    }
}

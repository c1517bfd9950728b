package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import java.util.List;
import java.util.function.LongBinaryOperator;

/** Bitwise functions, {@code tohex}, and the error and beta functions. */
final class BitFunctions {
    private BitFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                binary("binary_and", "The bits that both numbers have.", "print binary_and(6, 3)", "2",
                        (left, right) -> left & right),
                binary("binary_or", "The bits that either number has.", "print binary_or(5, 3)", "7",
                        (left, right) -> left | right),
                binary("binary_xor", "The bits that one of two numbers has.", "print binary_xor(5, 3)", "6",
                        (left, right) -> left ^ right),
                binary("binary_shift_left", "The bits of a number moved up; the places count modulo 64.",
                        "print binary_shift_left(1, 4)", "16", (value, places) -> value << places),
                binary("binary_shift_right", "The bits of a number moved down, keeping its sign.",
                        "print binary_shift_right(16, 4)", "1", (value, places) -> value >> places),
                ScalarFunction.named("binary_not").summary("The bits that a number has not.")
                        .example("print binary_not(0)", "-1")
                        .signature(List.of(Parameter.of("x", LONG)), LONG, arguments -> ~(Long) arguments[0]).build(),
                ScalarFunction.named("bitset_count_ones").summary("How many bits of a number are set.")
                        .example("print bitset_count_ones(42)", "3")
                        .signature(List.of(Parameter.of("x", LONG)), LONG,
                                arguments -> (long) Long.bitCount((Long) arguments[0]))
                        .build(),
                toHex(),
                real("erf", "The error function.", "print erf(0)", "0.0", 1, values -> Gamma.erf(values[0])),
                real("erfc", "One minus the error function.", "print erfc(0)", "1.0", 1,
                        values -> Gamma.erfc(values[0])),
                real("beta_cdf", "The cumulative beta distribution at x, for alpha and beta.",
                        "print beta_cdf(0.5, 1, 1)", "0.5", 3, BitFunctions::betaCdf),
                real("beta_pdf", "The density of the beta distribution at x, for alpha and beta.",
                        "print beta_pdf(0.5, 1, 1)", "1.0", 3, BitFunctions::betaPdf),
                real("beta_inv", "Where the cumulative beta distribution reaches p, for alpha and beta.",
                        "print round(beta_inv(0.1, 10, 20), 6)", "0.226415", 3, BitFunctions::betaInverse));
    }

    private static ScalarFunction binary(String name, String summary, String example, String result,
            LongBinaryOperator function) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(Parameter.of("x", LONG), Parameter.of("y", LONG)), LONG,
                        arguments -> function.applyAsLong((Long) arguments[0], (Long) arguments[1]))
                .build();
    }

    private static ScalarFunction toHex() {
        return ScalarFunction.named("tohex").summary("A number in hexadecimal, with zeros in front to a least length.")
                .example("print tohex(256, 8)", "00000100")
                .signature(List.of(Parameter.of("x", INT), Parameter.of("length", LONG).optional()), STRING,
                        arguments -> padded(Integer.toHexString((int) (long) (Long) arguments[0]), arguments))
                .signature(List.of(Parameter.of("x", LONG), Parameter.of("length", LONG).optional()), STRING,
                        arguments -> padded(Long.toHexString((Long) arguments[0]), arguments))
                .build();
    }

    private static String padded(String digits, Object[] arguments) {
        long length = arguments.length > 1 ? Math.min((Long) arguments[1], 16) : 0;
        return "0".repeat((int) Math.max(0, length - digits.length())) + digits;
    }

    /** A function of real numbers; {@code null} for null. */
    @FunctionalInterface
    private interface Reals {
        Double of(double[] values);
    }

    private static ScalarFunction real(String name, String summary, String example, String result, int count,
            Reals function) {
        List<Parameter> parameters = List.of(Parameter.numeric("x"), Parameter.numeric("alpha"),
                Parameter.numeric("beta"));
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(parameters.subList(0, count), REAL, arguments -> {
                    double[] values = new double[count];
                    for (int i = 0; i < count; i++) {
                        values[i] = ((Number) arguments[i]).doubleValue();
                    }
                    return function.of(values);
                }).build();
    }

    private static boolean isShaped(double[] values) {
        return values[1] > 0 && values[2] > 0;
    }

    private static Double betaCdf(double[] values) {
        double x = values[0];
        if (!(x >= 0 && x <= 1)) {
            return Double.NaN;
        }
        return isShaped(values) ? Gamma.beta(x, values[1], values[2]) : 1.0;
    }

    private static Double betaPdf(double[] values) {
        double x = values[0];
        double a = values[1];
        double b = values[2];
        if (!isShaped(values) || !(x >= 0 && x <= 1)) {
            return Double.NaN;
        }
        double scale = Math.exp(Gamma.logGamma(a + b) - Gamma.logGamma(a) - Gamma.logGamma(b));
        return scale * Math.pow(x, a - 1) * Math.pow(1 - x, b - 1);
    }

    private static Double betaInverse(double[] values) {
        double p = values[0];
        if (!(p >= 0 && p <= 1)) {
            return null;
        }
        return isShaped(values) ? (Double) Gamma.inverseBeta(p, values[1], values[2]) : (Double) Double.NaN;
    }
}

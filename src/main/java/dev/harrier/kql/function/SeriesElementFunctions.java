package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Arithmetic;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * {@code series_…} functions that work element by element. What is not a number, or not there because one array is
 * shorter, gives a null element; a single number stands for an array of it.
 */
final class SeriesElementFunctions {
    private SeriesElementFunctions() {}

    /** Of two numbers, both {@link Dynamic.Int} or both taken as real. */
    private interface Pairing {
        Dynamic apply(Dynamic left, Dynamic right);
    }

    /** Of how one number compares with another. */
    private interface Judgement {
        boolean test(double left, double right);
    }

    static List<ScalarFunction> all() {
        List<ScalarFunction> all = new ArrayList<>();
        all.add(pairs("series_add", "The sums of the elements.", "[5,4]", arithmetic(Arithmetic.Operator.ADD)));
        all.add(pairs("series_subtract", "The differences of the elements.", "[-3,0]",
                arithmetic(Arithmetic.Operator.SUBTRACT)));
        all.add(pairs("series_multiply", "The products of the elements.", "[4,4]",
                arithmetic(Arithmetic.Operator.MULTIPLY)));
        all.add(pairs("series_divide", "The quotients of the elements, as real numbers.", "[0.25,1.0]",
                (left, right) -> new Dynamic.Real(real(left) / real(right))));
        all.add(pairs("series_pow", "The elements raised to the power of the others.", "[1.0,4.0]",
                (left, right) -> new Dynamic.Real(Math.pow(real(left), real(right)))));
        all.add(judged("series_greater", "Whether elements are greater.", "[false,false]", (a, b) -> a > b));
        all.add(judged("series_greater_equals", "Whether elements are greater or equal.", "[false,true]",
                (a, b) -> a >= b));
        all.add(judged("series_less", "Whether elements are less.", "[true,false]", (a, b) -> a < b));
        all.add(judged("series_less_equals", "Whether elements are less or equal.", "[true,true]", (a, b) -> a <= b));
        all.add(judged("series_equals", "Whether elements are equal.", "[false,true]", (a, b) -> a == b));
        all.add(judged("series_not_equals", "Whether elements differ.", "[true,false]", (a, b) -> a != b));
        all.add(single("series_exp", Math::exp, "0", "1.0"));
        all.add(single("series_log", Math::log, "1", "0.0"));
        all.add(single("series_sign", Math::signum, "-2", "-1.0"));
        all.add(single("series_floor", Math::floor, "2.5", "2.0"));
        all.add(single("series_ceiling", Math::ceil, "2.5", "3.0"));
        all.add(single("series_sin", Math::sin, "0", "0.0"));
        all.add(single("series_cos", Math::cos, "0", "1.0"));
        all.add(single("series_tan", Math::tan, "0", "0.0"));
        all.add(single("series_asin", Math::asin, "0", "0.0"));
        all.add(single("series_acos", Math::acos, "1", "0.0"));
        all.add(single("series_atan", Math::atan, "0", "0.0"));
        all.add(absolute());
        return List.copyOf(all);
    }

    private static double real(Dynamic number) {
        return Dynamics.number(number).doubleValue();
    }

    private static Pairing arithmetic(Arithmetic.Operator operator) {
        return (left, right) -> {
            if (left instanceof Dynamic.Int first && right instanceof Dynamic.Int second) {
                Long result = Arithmetic.longs(operator, first.value(), second.value());
                return result == null ? null : new Dynamic.Int(result);
            }
            return new Dynamic.Real(Arithmetic.reals(operator, real(left), real(right)));
        };
    }

    private static ScalarFunction pairs(String name, String summary, String example, Pairing pairing) {
        Parameter series = Parameter.of("series", DYNAMIC, INT, LONG, REAL);
        return ScalarFunction.named(name).summary(summary + " Of two arrays, or an array and a number.")
                .example("print " + name + "(dynamic([1, 2]), dynamic([4, 2]))", example)
                .signature(List.of(series, series), ResultType.always(DYNAMIC), NullRule.PROPAGATE, site -> {
                    ScalarType left = site.type(0);
                    ScalarType right = site.type(1);
                    return (Kernel.PerValue) arguments -> paired(Dynamics.of(left, arguments[0]),
                            Dynamics.of(right, arguments[1]), pairing);
                }).build();
    }

    private static ScalarFunction judged(String name, String summary, String example, Judgement judgement) {
        return pairs(name, summary, example,
                (left, right) -> new Dynamic.Bool(judgement.test(real(left), real(right))));
    }

    private static Dynamic paired(Dynamic left, Dynamic right, Pairing pairing) {
        int length = Math.max(length(left), length(right));
        if (length < 0) {
            return null;
        }
        List<Dynamic> results = new ArrayList<>(length);
        for (int i = 0; i < length; i++) {
            Dynamic first = at(left, i);
            Dynamic second = at(right, i);
            boolean numbers = Dynamics.number(first) != null && Dynamics.number(second) != null;
            results.add(numbers ? pairing.apply(first, second) : null);
        }
        return ArrayFunctions.array(results);
    }

    private static int length(Dynamic value) {
        return value instanceof Dynamic.Array array ? array.elements().size() : -1;
    }

    private static Dynamic at(Dynamic value, int position) {
        return value instanceof Dynamic.Array ? Dynamics.element(value, position) : value;
    }

    private static ScalarFunction single(String name, DoubleUnaryOperator function, String input, String result) {
        return ScalarFunction.named(name)
                .summary("'" + name.substring("series_".length()) + "' of each element, as real numbers.")
                .example("print " + name + "(dynamic([" + input + ", null]))", "[" + result + ",null]")
                .signature(List.of(Parameter.of("series", DYNAMIC)), DYNAMIC,
                        arguments -> mapped((Dynamic) arguments[0],
                                number -> new Dynamic.Real(function.applyAsDouble(real(number)))))
                .build();
    }

    private interface Mapping {
        Dynamic apply(Dynamic number);
    }

    private static Dynamic mapped(Dynamic series, Mapping mapping) {
        if (!(series instanceof Dynamic.Array array)) {
            return null;
        }
        List<Dynamic> results = new ArrayList<>(array.elements().size());
        for (Dynamic element : array) {
            results.add(Dynamics.number(element) == null ? null : mapping.apply(element));
        }
        return ArrayFunctions.array(results);
    }

    private static ScalarFunction absolute() {
        return ScalarFunction.named("series_abs").summary("The absolute value of each element.")
                .example("print series_abs(dynamic([-6, 0, null]))", "[6,0,null]")
                .signature(List.of(Parameter.of("series", DYNAMIC)), DYNAMIC,
                        arguments -> mapped((Dynamic) arguments[0],
                                number -> number instanceof Dynamic.Int whole
                                        ? new Dynamic.Int(Math.abs(whole.value()))
                                        : new Dynamic.Real(Math.abs(real(number)))))
                .build();
    }
}

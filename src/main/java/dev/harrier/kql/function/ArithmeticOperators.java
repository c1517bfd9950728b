package dev.harrier.kql.function;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.LongBlock;
import dev.harrier.kql.page.RealBlock;
import dev.harrier.kql.type.Arithmetic;
import dev.harrier.kql.type.ScalarType;
import java.util.BitSet;
import java.util.List;

/** {@code + - * / %}, and {@code negate}, which is the minus before an operand. */
final class ArithmeticOperators {
    private ArithmeticOperators() {}

    static List<ScalarFunction> all() {
        return List.of(
                operator("+", Arithmetic.Operator.ADD, "Adds numbers, durations, or a duration to a point in time.",
                        "print 1 + 2.5", "3.5"),
                operator("-", Arithmetic.Operator.SUBTRACT,
                        "Subtracts numbers, durations or points in time; two points in time give a duration.",
                        "print datetime(2024-03-01) - datetime(2024-02-01)", "29.00:00:00"),
                operator("*", Arithmetic.Operator.MULTIPLY, "Multiplies numbers, or a duration by a number.",
                        "print 1h * 1.5", "01:30:00"),
                operator("/", Arithmetic.Operator.DIVIDE,
                        "Divides; whole numbers are cut towards zero, and by zero give null.", "print -7 / 2", "-3"),
                operator("%", Arithmetic.Operator.MODULO, "The remainder of a division, never negative.",
                        "print -7 % 3", "2"),
                negate());
    }

    private static ScalarFunction operator(String sign, Arithmetic.Operator operator, String summary, String example,
            String result) {
        return ScalarFunction.named(sign).summary(summary).example(example, result)
                .signature(List.of(Parameter.any("left"), Parameter.any("right")),
                        types -> Arithmetic.resultType(operator, types.get(0), types.get(1)), NullRule.PROPAGATE,
                        site -> kernel(operator, site))
                .build();
    }

    private static Kernel kernel(Arithmetic.Operator operator, Kernel.Site site) {
        ScalarType left = site.type(0);
        ScalarType right = site.type(1);
        if (site.resultType() == ScalarType.REAL && isPrimitiveNumber(left) && isPrimitiveNumber(right)) {
            return (Kernel.PerBlock) (arguments, rows) -> reals(operator, arguments, rows);
        }
        if (site.resultType() == ScalarType.LONG && left.isLongBacked() && right.isLongBacked()) {
            return (Kernel.PerBlock) (arguments, rows) -> longs(operator, arguments, rows);
        }
        return (Kernel.PerValue) arguments -> Arithmetic.evaluate(operator, left, arguments[0], right, arguments[1]);
    }

    private static boolean isPrimitiveNumber(ScalarType type) {
        return type == ScalarType.INT || type == ScalarType.LONG || type == ScalarType.REAL;
    }

    private static Block reals(Arithmetic.Operator operator, Block[] arguments, int rows) {
        NumberColumn left = NumberColumn.ofReals(arguments[0]);
        NumberColumn right = NumberColumn.ofReals(arguments[1]);
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = Arithmetic.reals(operator, left.realAt(row), right.realAt(row));
        }
        return new RealBlock(values, NumberColumn.nullsOfEither(left, right, rows), rows);
    }

    private static Block longs(Arithmetic.Operator operator, Block[] arguments, int rows) {
        NumberColumn left = NumberColumn.ofLongs(arguments[0]);
        NumberColumn right = NumberColumn.ofLongs(arguments[1]);
        BitSet nulls = NumberColumn.nullsOfEither(left, right, rows);
        long[] values = new long[rows];
        switch (operator) {
            case ADD -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = left.longAt(row) + right.longAt(row);
                }
            }
            case SUBTRACT -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = left.longAt(row) - right.longAt(row);
                }
            }
            case MULTIPLY -> {
                for (int row = 0; row < rows; row++) {
                    values[row] = left.longAt(row) * right.longAt(row);
                }
            }
            case DIVIDE, MODULO -> nulls = divide(operator, left, right, values, nulls);
        }
        return new LongBlock(ScalarType.LONG, values, nulls, rows);
    }

    /** Fills the values and returns the nulls, to which divisions by zero are added. */
    private static BitSet divide(Arithmetic.Operator operator, NumberColumn left, NumberColumn right, long[] values,
            BitSet nulls) {
        BitSet all = nulls;
        for (int row = 0; row < values.length; row++) {
            Long result = Arithmetic.longs(operator, left.longAt(row), right.longAt(row));
            if (result != null) {
                values[row] = result;
            } else {
                all = all == null ? new BitSet() : all;
                all.set(row);
            }
        }
        return all;
    }

    private static ScalarFunction negate() {
        return ScalarFunction.named("negate").summary("The number or duration with the opposite sign.")
                .example("print x = 5 | project -x", "-5")
                .signature(List.of(Parameter.any("operand")), types -> Arithmetic.negatedType(types.getFirst()),
                        NullRule.PROPAGATE, site -> {
                            ScalarType type = site.type(0);
                            return (Kernel.PerValue) arguments -> Arithmetic.negate(type, arguments[0]);
                        })
                .build();
    }
}

package dev.harrier.kql.type;

import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** The operators {@code + - * / %} and the sign: which types they join, and what they give. Null in, null out. */
public final class Arithmetic {
    /** A binary operator. */
    public enum Operator {
        ADD("+"), SUBTRACT("-"), MULTIPLY("*"), DIVIDE("/"), MODULO("%");

        private final String symbol;

        Operator(String symbol) {
            this.symbol = symbol;
        }

        public String symbol() {
            return symbol;
        }
    }

    private Arithmetic() {}

    /**
     * The type that two numbers are brought to: int and int give long, anything with real gives real, anything with
     * decimal gives decimal; empty if one is not a number.
     */
    public static Optional<ScalarType> commonNumber(ScalarType left, ScalarType right) {
        if (!left.isNumeric() || !right.isNumeric()) {
            return Optional.empty();
        }
        if (left == DECIMAL || right == DECIMAL) {
            return Optional.of(DECIMAL);
        }
        return Optional.of(left == REAL || right == REAL ? REAL : LONG);
    }

    /** The type of the result; empty if the operator is not defined for the two. */
    public static Optional<ScalarType> resultType(Operator operator, ScalarType left, ScalarType right) {
        if (left == DYNAMIC || right == DYNAMIC) {
            return withDynamic(operator, left, right);
        }
        Optional<ScalarType> number = commonNumber(left, right);
        if (number.isPresent()) {
            return number;
        }
        return switch (operator) {
            case ADD -> sum(left, right);
            case SUBTRACT -> difference(left, right);
            case MULTIPLY -> left == TIMESPAN && right.isNumeric() || left.isNumeric() && right == TIMESPAN
                    ? Optional.of(TIMESPAN)
                    : Optional.empty();
            case DIVIDE -> quotient(left, right);
            case MODULO -> isTime(left) && right == TIMESPAN ? Optional.of(TIMESPAN) : Optional.empty();
        };
    }

    private static boolean isTime(ScalarType type) {
        return type == DATETIME || type == TIMESPAN;
    }

    private static Optional<ScalarType> sum(ScalarType left, ScalarType right) {
        if (left == TIMESPAN && right == TIMESPAN) {
            return Optional.of(TIMESPAN);
        }
        boolean pointAndSpan = left == DATETIME && right == TIMESPAN || left == TIMESPAN && right == DATETIME;
        return pointAndSpan ? Optional.of(DATETIME) : Optional.empty();
    }

    private static Optional<ScalarType> difference(ScalarType left, ScalarType right) {
        if (left == right && isTime(left)) {
            return Optional.of(TIMESPAN);
        }
        return left == DATETIME && right == TIMESPAN ? Optional.of(DATETIME) : Optional.empty();
    }

    private static Optional<ScalarType> quotient(ScalarType left, ScalarType right) {
        if (left == TIMESPAN && right.isNumeric()) {
            return Optional.of(TIMESPAN);
        }
        return isTime(left) && right == TIMESPAN ? Optional.of(REAL) : Optional.empty();
    }

    /** A dynamic operand is taken as the type that the other one asks for; two of them are refused by the engine. */
    private static Optional<ScalarType> withDynamic(Operator operator, ScalarType left, ScalarType right) {
        ScalarType other = left == DYNAMIC ? right : left;
        if (other == DYNAMIC) {
            return Optional.empty();
        }
        if (other.isNumeric() || other == TIMESPAN || other == DATETIME) {
            ScalarType implied = implied(operator, other);
            return resultType(operator, left == DYNAMIC ? implied : left, right == DYNAMIC ? implied : right);
        }
        return Optional.empty();
    }

    private static ScalarType implied(Operator operator, ScalarType other) {
        if (other == DATETIME) {
            return operator == Operator.SUBTRACT ? DATETIME : TIMESPAN;
        }
        return other == ScalarType.INT ? LONG : other;
    }

    /**
     * Applies the operator. Whole numbers wrap at 64 bits, their division cuts towards zero and by zero gives null;
     * the remainder is never negative; a point in time beyond years 1 to 9999 or a duration beyond 64 bits is null.
     *
     * @throws IllegalArgumentException if {@link #resultType} is empty
     */
    public static Object evaluate(Operator operator, ScalarType leftType, Object left, ScalarType rightType,
            Object right) {
        if (leftType == DYNAMIC && rightType != DYNAMIC) {
            ScalarType implied = implied(operator, rightType);
            return evaluate(operator, implied, Dynamics.cast(implied, (Dynamic) left), rightType, right);
        }
        if (rightType == DYNAMIC && leftType != DYNAMIC) {
            ScalarType implied = implied(operator, leftType);
            return evaluate(operator, leftType, left, implied, Dynamics.cast(implied, (Dynamic) right));
        }
        ScalarType result = resultType(operator, leftType, rightType).orElseThrow(
                () -> new IllegalArgumentException(leftType + " " + operator.symbol() + " " + rightType));
        if (left == null || right == null) {
            return null;
        }
        if (leftType.isNumeric() && rightType.isNumeric()) {
            return numbers(operator, result, Conversions.convert(leftType, left, result),
                    Conversions.convert(rightType, right, result));
        }
        return times(operator, result, leftType, left, rightType, right);
    }

    private static Object numbers(Operator operator, ScalarType type, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        return switch (type) {
            case REAL -> (Double) reals(operator, (Double) left, (Double) right);
            case DECIMAL -> decimals(operator, (BigDecimal) left, (BigDecimal) right);
            case INT, LONG -> longs(operator, (Long) left, (Long) right);
            case BOOL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC -> throw new IllegalStateException("not a number");
        };
    }

    /** Null for a division or remainder by zero. */
    public static Long longs(Operator operator, long left, long right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> right == 0 ? null : (Long) (left / right);
            case MODULO -> right == 0 ? null : (Long) modulo(left, right);
        };
    }

    /** {@code %} of whole numbers, from 0 to |divisor| - 1; the divisor must not be zero. */
    public static long modulo(long value, long divisor) {
        long remainder = value % divisor;
        if (remainder >= 0) {
            return remainder;
        }
        return divisor > 0 ? remainder + divisor : remainder - divisor;
    }

    public static double reals(Operator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case MODULO -> {
                double remainder = left % right;
                yield remainder < 0 ? remainder + Math.abs(right) : remainder;
            }
        };
    }

    private static BigDecimal decimals(Operator operator, BigDecimal left, BigDecimal right) {
        boolean byZero = (operator == Operator.DIVIDE || operator == Operator.MODULO) && right.signum() == 0;
        if (byZero) {
            return null;
        }
        try {
            return Numbers.bounded(switch (operator) {
                case ADD -> left.add(right, MathContext.DECIMAL128);
                case SUBTRACT -> left.subtract(right, MathContext.DECIMAL128);
                case MULTIPLY -> left.multiply(right, MathContext.DECIMAL128);
                case DIVIDE -> left.divide(right, MathContext.DECIMAL128);
                case MODULO -> {
                    BigDecimal remainder = left.remainder(right, MathContext.DECIMAL128);
                    yield remainder.signum() < 0 ? remainder.add(right.abs(), MathContext.DECIMAL128) : remainder;
                }
            });
        } catch (ArithmeticException beyondRange) {
            return null;
        }
    }

    private static Object times(Operator operator, ScalarType result, ScalarType leftType, Object left,
            ScalarType rightType, Object right) {
        return switch (operator) {
            case ADD -> bounded(result, (Long) left, (Long) right);
            case SUBTRACT -> (Long) right == Long.MIN_VALUE ? null : bounded(result, (Long) left, -(Long) right);
            case MULTIPLY -> leftType == TIMESPAN
                    ? scale((Long) left, rightType, right)
                    : scale((Long) right, leftType, left);
            case DIVIDE -> result == REAL
                    ? (Object) ((double) (Long) left / (double) (Long) right)
                    : divide((Long) left, rightType, right);
            case MODULO -> longs(operator, (Long) left, (Long) right);
        };
    }

    private static Long bounded(ScalarType result, long left, long right) {
        long sum = left + right;
        boolean overflow = ((left ^ sum) & (right ^ sum)) < 0;
        return overflow || result == DATETIME && !DateTimes.inRange(sum) ? null : (Long) sum;
    }

    private static Long scale(long ticks, ScalarType type, Object factor) {
        if (type == LONG || type == ScalarType.INT) {
            long product = ticks * (Long) factor;
            return Math.multiplyHigh(ticks, (Long) factor) == product >> 63 ? (Long) product : null;
        }
        return type == REAL
                ? ticksOf(ticks * (Double) factor)
                : ticksOf(new BigDecimal(ticks).multiply(
                        (BigDecimal) factor, MathContext.DECIMAL128));
    }

    private static Long divide(long ticks, ScalarType type, Object divisor) {
        if (type == LONG || type == ScalarType.INT) {
            return longs(Operator.DIVIDE, ticks, (Long) divisor);
        }
        if (type == REAL) {
            return ticksOf(ticks / (Double) divisor);
        }
        BigDecimal by = (BigDecimal) divisor;
        return by.signum() == 0 ? null : ticksOf(new BigDecimal(ticks).divide(by, MathContext.DECIMAL128));
    }

    private static Long ticksOf(double ticks) {
        return Math.abs(ticks) < 0x1p63 ? (Long) (long) ticks : null;
    }

    private static Long ticksOf(BigDecimal ticks) {
        return Conversions.toLong(DECIMAL, ticks);
    }

    /** The type of {@code -x}; empty if it is not defined. */
    public static Optional<ScalarType> negatedType(ScalarType type) {
        return switch (type) {
            case INT, LONG -> Optional.of(LONG);
            case REAL, DECIMAL, TIMESPAN -> Optional.of(type);
            case BOOL, STRING, DATETIME, GUID, DYNAMIC -> Optional.empty();
        };
    }

    /** {@code -x}; the smallest long stays itself. */
    public static Object negate(ScalarType type, Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case INT, LONG, TIMESPAN -> (Object) (-(Long) value);
            case REAL -> -(Double) value;
            case DECIMAL -> ((BigDecimal) value).negate();
            case BOOL, STRING, DATETIME, GUID, DYNAMIC -> throw new IllegalArgumentException("-" + type);
        };
    }
}

package dev.harrier.kql.type;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Exact comparison across {@link Long}, {@link Double} and {@link BigDecimal}; NaN is below every number. */
final class Numbers {
    private static final int LARGEST_EXPONENT = 6144;
    private static final int SMALLEST_EXPONENT = -6176;

    private Numbers() {}

    static int compare(Number left, Number right) {
        if (left instanceof Long first && right instanceof Long second) {
            return Long.compare(first, second);
        }
        if (left instanceof Double first && right instanceof Double second) {
            return compareReals(first, second);
        }
        int byRank = Integer.compare(rank(left), rank(right));
        return byRank != 0 || rank(left) != 0 ? byRank : decimal(left).compareTo(decimal(right));
    }

    /** NaN first, then by value; 0.0 and -0.0 are equal, unlike in {@link Double#compare}. */
    static int compareReals(double left, double right) {
        if (left < right) {
            return -1;
        }
        if (left > right) {
            return 1;
        }
        return left == right ? 0 : Boolean.compare(Double.isNaN(right), Double.isNaN(left));
    }

    private static int rank(Number number) {
        if (!(number instanceof Double real) || Double.isFinite(real)) {
            return 0;
        }
        return Double.isNaN(real) ? -2 : real > 0 ? 1 : -1;
    }

    static BigDecimal decimal(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case Double real -> new BigDecimal(real);
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    /**
     * Holds a decimal to the range of 128-bit decimals: null above it, zero below. Without it a chain of products could
     * reach exponents whose digits no memory holds.
     */
    static BigDecimal bounded(BigDecimal value) {
        long magnitude = magnitude(value);
        if (value.signum() == 0 || magnitude < SMALLEST_EXPONENT) {
            return BigDecimal.ZERO;
        }
        return magnitude > LARGEST_EXPONENT ? null : value;
    }

    /** Rounds to a whole number without writing out the zeros of a very large or very small one. */
    static BigDecimal whole(BigDecimal value, RoundingMode rounding) {
        if (value.scale() <= 0) {
            return value;
        }
        if (magnitude(value) < 0) {
            boolean down = rounding == RoundingMode.FLOOR && value.signum() < 0;
            return down ? BigDecimal.ONE.negate() : BigDecimal.ZERO;
        }
        return value.setScale(0, rounding);
    }

    private static long magnitude(BigDecimal value) {
        return (long) value.precision() - value.scale() - 1;
    }

    /** Agrees with {@link #compare}: equal numbers of any kind have one hash. */
    static int hash(Number number) {
        return switch (number) {
            case Long whole -> Double.hashCode(whole);
            case Double real -> Double.hashCode(real == 0 ? 0.0 : real);
            default -> Double.hashCode(number.doubleValue() == 0 ? 0.0 : number.doubleValue());
        };
    }
}

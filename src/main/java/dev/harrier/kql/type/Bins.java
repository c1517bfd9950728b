package dev.harrier.kql.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Rounding down to a multiple of a size. Times are aligned to 0001-01-01, so that bins of seven days start on Mondays;
 * an alignment to 1970 differs for every size that does not divide a day. A size of zero or below gives null.
 */
public final class Bins {
    private Bins() {}

    /** For {@code long}, and for ticks of times and durations; empty also if the multiple is beyond 64 bits. */
    public static OptionalLong bin(long value, long size) {
        if (size <= 0) {
            return OptionalLong.empty();
        }
        long above = Math.floorMod(value, size);
        return value < Long.MIN_VALUE + above ? OptionalLong.empty() : OptionalLong.of(value - above);
    }

    public static OptionalDouble bin(double value, double size) {
        return size > 0 ? OptionalDouble.of(Math.floor(value / size) * size) : OptionalDouble.empty();
    }

    /** Null if the size is not above zero. */
    public static BigDecimal bin(BigDecimal value, BigDecimal size) {
        if (size.signum() <= 0) {
            return null;
        }
        BigDecimal quotient = value.divide(size, MathContext.DECIMAL128);
        return Numbers.whole(quotient, RoundingMode.FLOOR).multiply(size, MathContext.DECIMAL128);
    }

    /** {@code bin_at} for ticks and {@code long}: bins aligned to the fixed point instead of zero. */
    public static OptionalLong binAt(long value, long size, long fixedPoint) {
        if (size <= 0) {
            return OptionalLong.empty();
        }
        // The difference of the remainders cannot overflow, the difference of the values can.
        long above = Math.floorMod(Math.floorMod(value, size) - Math.floorMod(fixedPoint, size), size);
        return value < Long.MIN_VALUE + above ? OptionalLong.empty() : OptionalLong.of(value - above);
    }

    public static OptionalDouble binAt(double value, double size, double fixedPoint) {
        return size > 0
                ? OptionalDouble.of(fixedPoint + Math.floor((value - fixedPoint) / size) * size)
                : OptionalDouble.empty();
    }

    /** The type of {@code bin(value, size)}; empty if it is not defined. */
    public static Optional<ScalarType> resultType(ScalarType value, ScalarType size) {
        if (value.isNumeric() && size.isNumeric()) {
            return Arithmetic.commonNumber(value, size);
        }
        boolean durations = size == ScalarType.TIMESPAN
                && (value == ScalarType.DATETIME || value == ScalarType.TIMESPAN);
        return durations ? Optional.of(value) : Optional.empty();
    }

    /** {@code bin(value, size)} in the type of {@link #resultType}; null if either is null. */
    public static Object bin(ScalarType valueType, Object value, ScalarType sizeType, Object size) {
        if (value == null || size == null) {
            return null;
        }
        ScalarType result = resultType(valueType, sizeType)
                .orElseThrow(() -> new IllegalArgumentException("bin(" + valueType + ", " + sizeType + ")"));
        return switch (result) {
            case REAL -> {
                OptionalDouble bin = bin(Conversions.toReal(valueType, value), Conversions.toReal(sizeType, size));
                yield bin.isPresent() ? (Double) bin.getAsDouble() : null;
            }
            case DECIMAL -> decimalBin(valueType, value, sizeType, size);
            case LONG, INT, DATETIME, TIMESPAN -> {
                OptionalLong bin = bin((long) (Long) value, (long) (Long) size);
                yield bin.isPresent() ? (Long) bin.getAsLong() : null;
            }
            case BOOL, STRING, GUID, DYNAMIC -> throw new IllegalStateException("no bins of " + result);
        };
    }

    private static BigDecimal decimalBin(ScalarType valueType, Object value, ScalarType sizeType, Object size) {
        BigDecimal number = Conversions.toDecimal(valueType, value);
        BigDecimal width = Conversions.toDecimal(sizeType, size);
        return number == null || width == null ? null : bin(number, width);
    }
}

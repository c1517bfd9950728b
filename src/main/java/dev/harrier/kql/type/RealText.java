package dev.harrier.kql.type;

import java.math.BigInteger;

/**
 * Prints a real as the engine does: the digits of Grisu2 with its known flaw. Beyond nine digits after the first block
 * the last digit is not moved to the closest one, so that 0.1 + 0.2 prints as {@code 0.30000000000000007}, where
 * {@link Double#toString(double)} has {@code 0.30000000000000004}. Both read back as the same number.
 */
final class RealText {
    private static final int FIRST_POWER = -348;
    private static final int POWER_STEP = 8;
    private static final int POWERS = 87;
    private static final long[] POWER_BITS = new long[POWERS];
    private static final int[] POWER_EXPONENTS = new int[POWERS];
    private static final long[] TENS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
            1_000_000_000};
    private static final long HIDDEN_BIT = 1L << 52;
    private static final int LARGEST_PLAIN_EXPONENT = 21;
    private static final int SMALLEST_PLAIN_EXPONENT = -6;

    static {
        for (int i = 0; i < POWERS; i++) {
            cachePower(i, FIRST_POWER + i * POWER_STEP);
        }
    }

    private final byte[] digits = new byte[20];
    private int length;
    private int exponent;

    private RealText() {}

    /** {@code 1.0}, {@code 1500.0}, {@code 1e30}, {@code 1.5e-7}, {@code NaN}, {@code inf}, {@code -inf}. */
    static String format(double value) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        boolean negative = Double.doubleToRawLongBits(value) < 0;
        if (value == 0) {
            return negative ? "-0.0" : "0.0";
        }
        RealText text = new RealText();
        text.shortest(Math.abs(value));
        return text.layOut(negative);
    }

    private static void cachePower(int index, int power) {
        BigInteger ten = BigInteger.TEN.pow(Math.abs(power));
        BigInteger numerator = power >= 0 ? ten : BigInteger.ONE.shiftLeft(ten.bitLength() + 66);
        BigInteger scaled = power >= 0 ? ten.shiftLeft(66) : numerator.divide(ten);
        int binaryExponent = power >= 0 ? -66 : -(ten.bitLength() + 66);
        int excess = scaled.bitLength() - 64;
        BigInteger half = BigInteger.ONE.shiftLeft(excess - 1);
        POWER_BITS[index] = scaled.add(half).shiftRight(excess).longValue();
        POWER_EXPONENTS[index] = binaryExponent + excess;
    }

    private void shortest(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int biased = (int) (bits >>> 52);
        long fraction = bits & HIDDEN_BIT - 1;
        long significand = biased == 0 ? fraction : fraction | HIDDEN_BIT;
        int power = biased == 0 ? -1074 : biased - 1075;

        long upper = (significand << 1) + 1;
        int upperShift = Long.numberOfLeadingZeros(upper);
        int boundaryPower = power - 1 - upperShift;
        boolean narrow = significand == HIDDEN_BIT;
        long lower = narrow ? (significand << 2) - 1 : (significand << 1) - 1;
        lower <<= (narrow ? power - 2 : power - 1) - boundaryPower;
        upper <<= upperShift;

        int index = powerIndex(boundaryPower);
        exponent = -(FIRST_POWER + index * POWER_STEP);
        long cached = POWER_BITS[index];
        long middle = multiply(significand << Long.numberOfLeadingZeros(significand), cached);
        long high = multiply(upper, cached) - 1;
        long low = multiply(lower, cached) + 1;
        generate(high - middle, high, boundaryPower + POWER_EXPONENTS[index] + 64, high - low);
    }

    private static int powerIndex(int power) {
        double position = (-61 - power) * 0.30102999566398114 + 347;
        int rounded = (int) position;
        if (position - rounded > 0.0) {
            rounded++;
        }
        return (rounded >> 3) + 1;
    }

    /** The upper half of the 128-bit product, rounded. */
    private static long multiply(long a, long b) {
        long low = a * b;
        return Math.unsignedMultiplyHigh(a, b) + (low >>> 63);
    }

    private void generate(long distance, long high, int power, long width) {
        int shift = -power;
        long one = 1L << shift;
        long whole = high >>> shift;
        long rest = high & one - 1;
        int kappa = decimalDigits(whole);
        while (kappa > 0) {
            kappa--;
            append(whole / TENS[kappa]);
            whole %= TENS[kappa];
            long remainder = (whole << shift) + rest;
            if (Long.compareUnsigned(remainder, width) <= 0) {
                exponent += kappa;
                round(width, remainder, TENS[kappa] << shift, distance);
                return;
            }
        }
        long delta = width;
        while (true) {
            rest *= 10;
            delta *= 10;
            append(rest >>> shift);
            rest &= one - 1;
            kappa--;
            if (Long.compareUnsigned(rest, delta) < 0) {
                exponent += kappa;
                round(delta, rest, one, -kappa < 9 ? distance * TENS[-kappa] : 0);
                return;
            }
        }
    }

    private static int decimalDigits(long whole) {
        int count = 1;
        while (count < TENS.length && whole >= TENS[count]) {
            count++;
        }
        return count;
    }

    private void append(long digit) {
        if (digit != 0 || length != 0) {
            digits[length++] = (byte) ('0' + digit);
        }
    }

    private void round(long delta, long start, long step, long distance) {
        long rest = start;
        while (Long.compareUnsigned(rest, distance) < 0 && Long.compareUnsigned(delta - rest, step) >= 0
                && (Long.compareUnsigned(rest + step, distance) < 0
                        || Long.compareUnsigned(distance - rest, rest + step - distance) > 0)) {
            digits[length - 1]--;
            rest += step;
        }
    }

    private String layOut(boolean negative) {
        StringBuilder text = new StringBuilder(28);
        if (negative) {
            text.append('-');
        }
        int point = length + exponent;
        if (exponent >= 0 && point <= LARGEST_PLAIN_EXPONENT) {
            appendDigits(text, 0, length);
            text.repeat('0', exponent).append(".0");
        } else if (point > 0 && point <= LARGEST_PLAIN_EXPONENT) {
            appendDigits(text, 0, point);
            text.append('.');
            appendDigits(text, point, length);
        } else if (point > SMALLEST_PLAIN_EXPONENT && point <= 0) {
            text.append("0.").repeat('0', -point);
            appendDigits(text, 0, length);
        } else {
            appendDigits(text, 0, 1);
            if (length > 1) {
                text.append('.');
                appendDigits(text, 1, length);
            }
            text.append('e').append(point - 1);
        }
        return text.toString();
    }

    private void appendDigits(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            text.append((char) digits[i]);
        }
    }
}

package dev.harrier.kql.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The {@code to…()} functions: from a value of any type to another type. All answer {@code null} where the value cannot
 * be converted, and never fail.
 */
public final class Conversions {
    private static final int LONGEST_PLAIN_DECIMAL = 60;

    private Conversions() {}

    /** The value as the target type, in the Java form of that type. */
    public static Object convert(ScalarType from, Object value, ScalarType to) {
        return switch (to) {
            case BOOL -> toBool(from, value);
            case INT -> toInt(from, value);
            case LONG -> toLong(from, value);
            case REAL -> toReal(from, value);
            case DECIMAL -> toDecimal(from, value);
            case STRING -> toText(from, value);
            case DATETIME -> toDateTime(from, value);
            case TIMESPAN -> toTimespan(from, value);
            case GUID -> toGuid(from, value);
            case DYNAMIC -> Dynamics.of(from, value);
        };
    }

    /** {@code true} and {@code false} in any case or a whole number as text; a number other than zero is true. */
    public static Boolean toBool(ScalarType from, Object value) {
        if (value == null) {
            return null;
        }
        return switch (from) {
            case BOOL -> (Boolean) value;
            case INT, LONG -> (Long) value != 0;
            case REAL -> Double.isNaN((Double) value) ? null : (Boolean) ((Double) value != 0);
            case DECIMAL -> ((BigDecimal) value).signum() != 0;
            case STRING -> parseBool((String) value);
            case DYNAMIC -> isTree(value) ? null : toBool(scalarType(value), scalar(value));
            case DATETIME, TIMESPAN, GUID -> null;
        };
    }

    private static Boolean parseBool(String source) {
        String text = source.strip();
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        Long number = NumberText.parseLong(text);
        return number == null ? null : (Boolean) (number != 0);
    }

    /**
     * Within 32 bits: a whole number beyond them keeps its lowest 32 bits (2147483648 becomes -2147483648), a real is
     * cut towards zero and held at the bounds, text must fit ({@code "3.14"} and {@code "2147483648"} are null).
     */
    public static Long toInt(ScalarType from, Object value) {
        if (value == null) {
            return null;
        }
        return switch (from) {
            case BOOL -> (Boolean) value ? 1L : 0L;
            case INT, LONG, DATETIME, TIMESPAN -> (Long) (long) (int) (long) (Long) value;
            case REAL -> Double.isFinite((Double) value) ? (Long) (long) (int) (double) (Double) value : null;
            case DECIMAL -> narrow((BigDecimal) value, 31);
            case STRING -> NumberText.parseInt((String) value);
            case DYNAMIC -> isTree(value) ? null : toInt(scalarType(value), scalar(value));
            case GUID -> null;
        };
    }

    /** A real is cut towards zero and held at the bounds; NaN and infinity are null; times give their ticks. */
    public static Long toLong(ScalarType from, Object value) {
        if (value == null) {
            return null;
        }
        return switch (from) {
            case BOOL -> (Boolean) value ? 1L : 0L;
            case INT, LONG, DATETIME, TIMESPAN -> (Long) value;
            case REAL -> Double.isFinite((Double) value) ? (Long) (long) (double) (Double) value : null;
            case DECIMAL -> narrow((BigDecimal) value, 63);
            case STRING -> NumberText.parseLong((String) value);
            case DYNAMIC -> isTree(value) ? null : toLong(scalarType(value), scalar(value));
            case GUID -> null;
        };
    }

    private static Long narrow(BigDecimal value, int bits) {
        if ((long) value.precision() - value.scale() > 19) {
            return null;
        }
        BigInteger whole = Numbers.whole(value, RoundingMode.DOWN).toBigInteger();
        return whole.bitLength() <= bits ? (Long) whole.longValue() : null;
    }

    public static Double toReal(ScalarType from, Object value) {
        if (value == null) {
            return null;
        }
        return switch (from) {
            case BOOL -> (Boolean) value ? 1.0 : 0.0;
            case INT, LONG, DATETIME, TIMESPAN -> (Double) (double) (long) (Long) value;
            case REAL -> (Double) value;
            case DECIMAL -> ((BigDecimal) value).doubleValue();
            case STRING -> NumberText.parseReal((String) value);
            case DYNAMIC -> isTree(value) ? null : toReal(scalarType(value), scalar(value));
            case GUID -> null;
        };
    }

    /** A real becomes the decimal of its shortest text, so that 0.1 is exactly 0.1; NaN and infinity are null. */
    public static BigDecimal toDecimal(ScalarType from, Object value) {
        if (value == null) {
            return null;
        }
        return switch (from) {
            case BOOL -> (Boolean) value ? BigDecimal.ONE : BigDecimal.ZERO;
            case INT, LONG, DATETIME, TIMESPAN -> BigDecimal.valueOf((Long) value);
            case REAL -> Double.isFinite((Double) value) ? BigDecimal.valueOf((Double) value) : null;
            case DECIMAL -> ((BigDecimal) value).round(MathContext.DECIMAL128);
            case STRING -> NumberText.parseDecimal((String) value);
            case DYNAMIC -> isTree(value) ? null : toDecimal(scalarType(value), scalar(value));
            case GUID -> null;
        };
    }

    /** Numbers are ticks, text is any form of {@link DateTimes#parse}; null outside years 1 to 9999. */
    public static Long toDateTime(ScalarType from, Object value) {
        if (value == null) {
            return null;
        }
        return switch (from) {
            case DATETIME -> (Long) value;
            case INT, LONG, REAL, DECIMAL -> {
                Long ticks = toLong(from, value);
                yield ticks != null && DateTimes.inRange(ticks) ? ticks : null;
            }
            case STRING -> boxed(DateTimes.parse((String) value));
            case DYNAMIC -> isTree(value) ? null : toDateTime(scalarType(value), scalar(value));
            case BOOL, TIMESPAN, GUID -> null;
        };
    }

    /** Numbers are ticks, text is any form of {@link Timespans#parse}. */
    public static Long toTimespan(ScalarType from, Object value) {
        if (value == null) {
            return null;
        }
        return switch (from) {
            case TIMESPAN -> (Long) value;
            case INT, LONG, REAL, DECIMAL -> toLong(from, value);
            case STRING -> boxed(Timespans.parse((String) value));
            case DYNAMIC -> isTree(value) ? null : toTimespan(scalarType(value), scalar(value));
            case BOOL, DATETIME, GUID -> null;
        };
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }

    /** 32 hexadecimal digits, with hyphens between the groups or some of them, with or without braces. */
    public static UUID toGuid(ScalarType from, Object value) {
        if (value == null) {
            return null;
        }
        return switch (from) {
            case GUID -> (UUID) value;
            case STRING -> parseGuid((String) value);
            case DYNAMIC -> isTree(value) ? null : toGuid(scalarType(value), scalar(value));
            case BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN -> null;
        };
    }

    private static UUID parseGuid(String source) {
        String text = source.strip();
        int end = text.length();
        boolean braced = end > 2 && text.charAt(0) == '{' && text.charAt(end - 1) == '}';
        long high = 0;
        long low = 0;
        int digits = 0;
        for (int i = braced ? 1 : 0; i < (braced ? end - 1 : end); i++) {
            char c = text.charAt(i);
            if (c == '-' && (digits == 8 || digits == 12 || digits == 16 || digits == 20)
                    && text.charAt(i - 1) != '-') {
                continue;
            }
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0 || digits == 32) {
                return null;
            }
            high = high << 4 | low >>> 60;
            low = low << 4 | digit;
            digits++;
        }
        return digits == 32 ? new UUID(high, low) : null;
    }

    /**
     * {@code tostring}: never null, {@code ''} for null. A bool is {@code True}, but {@code true} inside dynamic; a real
     * always has a point or an exponent ({@code 1.0}, {@code 1e30}); arrays and bags are compact JSON.
     */
    public static String toText(ScalarType from, Object value) {
        if (value == null) {
            return "";
        }
        return switch (from) {
            case BOOL -> (Boolean) value ? "True" : "False";
            case INT, LONG -> Long.toString((Long) value);
            case REAL -> realText((Double) value);
            case DECIMAL -> decimalText((BigDecimal) value);
            case STRING -> (String) value;
            case DATETIME -> DateTimes.format((Long) value);
            case TIMESPAN -> Timespans.format((Long) value);
            case GUID -> value.toString();
            case DYNAMIC -> dynamicText((Dynamic) value);
        };
    }

    private static String dynamicText(Dynamic value) {
        return switch (value) {
            case Dynamic.Text text -> text.value();
            case Dynamic.Bool bool -> Boolean.toString(bool.value());
            case Dynamic.Array _,Dynamic.Bag _ -> DynamicJson.write(value);
            case Dynamic.Int _,Dynamic.Real _,Dynamic.Decimal _,Dynamic.DateTime _,Dynamic.TimeSpan _,Dynamic.Guid _ ->
                toText(Dynamics.scalarType(value), Dynamics.scalar(value));
        };
    }

    /** The engine's text of a real: {@code 1.0}, {@code 0.30000000000000007}, {@code 1e30}, {@code NaN}, {@code inf}. */
    public static String realText(double value) {
        return RealText.format(value);
    }

    /** Plain digits without trailing zeros; an exponent only where it would be very long. */
    public static String decimalText(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = value.stripTrailingZeros();
        boolean plain = Math.abs((long) stripped.scale()) <= LONGEST_PLAIN_DECIMAL;
        return plain ? stripped.toPlainString() : stripped.toString();
    }

    private static boolean isTree(Object value) {
        return value instanceof Dynamic.Array || value instanceof Dynamic.Bag;
    }

    private static ScalarType scalarType(Object value) {
        return Dynamics.scalarType((Dynamic) value);
    }

    private static Object scalar(Object value) {
        return Dynamics.scalar((Dynamic) value);
    }
}

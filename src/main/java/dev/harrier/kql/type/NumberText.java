package dev.harrier.kql.type;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.regex.Pattern;

/** Reads numbers from text, by the engine's rules: surrounding blanks are ignored, anything odd is null. */
final class NumberText {
    private static final int MAX_LENGTH = 400;
    private static final Pattern REAL = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,6})?");

    private NumberText() {}

    /** Decimal digits with a sign, or {@code 0x} and up to 16 hexadecimal digits (two's complement, no sign). */
    static Long parseLong(String source) {
        String text = source.strip();
        if (text.startsWith("0x") || text.startsWith("0X")) {
            return hexadecimal(text, 16);
        }
        return isWhole(text) ? parseDigits(text) : null;
    }

    /** As {@link #parseLong}, but within 32 bits. */
    static Long parseInt(String source) {
        String text = source.strip();
        if (text.startsWith("0x") || text.startsWith("0X")) {
            Long bits = hexadecimal(text, 8);
            return bits == null ? null : (Long) (long) (int) (long) bits;
        }
        Long value = isWhole(text) ? parseDigits(text) : null;
        return value == null || value != (int) (long) value ? null : value;
    }

    private static boolean isWhole(String text) {
        int start = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > start && text.length() <= MAX_LENGTH;
    }

    private static Long parseDigits(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException beyondRange) {
            return null;
        }
    }

    private static Long hexadecimal(String text, int maxDigits) {
        int digits = text.length() - 2;
        if (digits < 1 || digits > maxDigits) {
            return null;
        }
        long value = 0;
        for (int i = 2; i < text.length(); i++) {
            int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                return null;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** The names of NaN and infinity are read in the spellings that the engine knows: {@code INF} is not one. */
    static Double parseReal(String source) {
        String text = source.strip();
        Double special = special(text);
        if (special != null) {
            return special;
        }
        return text.length() <= MAX_LENGTH && REAL.matcher(text).matches() ? (Double) Double.parseDouble(text) : null;
    }

    private static Double special(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String name = signed ? text.substring(1) : text;
        return switch (name) {
            case "nan", "NaN" -> (Double) Double.NaN;
            case "inf", "Inf", "infinity", "Infinity" ->
                (Double) (text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            default -> null;
        };
    }

    static BigDecimal parseDecimal(String source) {
        String text = source.strip();
        return text.length() <= MAX_LENGTH && REAL.matcher(text).matches()
                ? Numbers.bounded(new BigDecimal(text, MathContext.DECIMAL128))
                : null;
    }
}

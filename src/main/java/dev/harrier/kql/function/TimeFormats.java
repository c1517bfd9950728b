package dev.harrier.kql.function;

import dev.harrier.kql.type.DateTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The formats of {@code format_datetime} and {@code format_timespan}: runs of specifiers between delimiters. */
public final class TimeFormats {
    private static final String DELIMITERS = " /-:,._[]";
    private static final int FRACTION_DIGITS = 7;
    private static final int MAX_DAY_DIGITS = 8;
    private static final int NOON = 12;

    private TimeFormats() {}

    /** A specifier and how often it is repeated; a delimiter stands for itself. */
    private record Part(char specifier, int width) {}

    /** Why {@code format_datetime} does not take the format; empty if it does. */
    public static Optional<String> dateTimeProblem(String format) {
        return problem(format, false);
    }

    /** Why {@code format_timespan} does not take the format; empty if it does. */
    public static Optional<String> timespanProblem(String format) {
        return problem(format, true);
    }

    private static Optional<String> problem(String format, boolean duration) {
        for (int i = 0; i < format.length(); i++) {
            char character = format.charAt(i);
            boolean half = character == 't' && i + 1 < format.length() && format.charAt(i + 1) == 't';
            if (half && !duration) {
                i++;
            } else if (DELIMITERS.indexOf(character) < 0 && longestRun(character, duration) == 0) {
                return Optional.of("'" + character + "' is not part of a " + (duration ? "duration" : "date")
                        + " format; use " + (duration ? "d H m s f F" : "y M d H h m s f F tt")
                        + " and the delimiters space / - : , . _ [ ]");
            }
        }
        return Optional.empty();
    }

    /** The most repetitions that make one specifier, 0 if the character is none: {@code ddd} is {@code dd} and {@code d}. */
    private static int longestRun(char character, boolean duration) {
        return switch (character) {
            case 'f', 'F' -> FRACTION_DIGITS;
            case 'h', 'H', 'm', 's' -> 2;
            case 'd' -> duration ? MAX_DAY_DIGITS : 2;
            case 'M' -> duration ? 0 : 2;
            case 'y' -> duration ? 0 : 4;
            default -> 0;
        };
    }

    private static List<Part> parts(String format, boolean duration) {
        List<Part> parts = new ArrayList<>();
        int position = 0;
        while (position < format.length()) {
            char character = format.charAt(position);
            int width = run(format, position, character == 't' ? 2 : longestRun(character, duration));
            // There is no year of three digits.
            width = character == 'y' && width == 3 ? 2 : width;
            parts.add(new Part(character, width));
            position += width;
        }
        return parts;
    }

    private static int run(String format, int start, int longest) {
        int end = start + 1;
        while (end < format.length() && end - start < longest && format.charAt(end) == format.charAt(start)) {
            end++;
        }
        return end - start;
    }

    /** Formats a point in time; empty if the format is not valid. */
    static String formatDateTime(long ticks, String format) {
        if (dateTimeProblem(format).isPresent()) {
            return "";
        }
        StringBuilder text = new StringBuilder(format.length() + 8);
        for (Part part : parts(format, false)) {
            switch (part.specifier) {
                case 'y' -> number(text, DateTimes.year(ticks) % (part.width == 4 ? 10_000 : 100), part.width);
                case 'M' -> number(text, DateTimes.month(ticks), part.width);
                case 'd' -> number(text, DateTimes.day(ticks), part.width);
                case 'H' -> number(text, DateTimes.hour(ticks), part.width);
                case 'h' -> number(text, (DateTimes.hour(ticks) + NOON - 1) % NOON + 1L, part.width);
                case 't' -> text.append(DateTimes.hour(ticks) < NOON ? "AM" : "PM");
                default -> clock(text, part, ticks);
            }
        }
        return text.toString();
    }

    /** Formats a duration; empty if the format is not valid. */
    static String formatTimespan(long ticks, String format) {
        if (timespanProblem(format).isPresent()) {
            return "";
        }
        StringBuilder text = new StringBuilder(format.length() + 8);
        if (ticks < 0) {
            text.append('-');
        }
        long days = Math.abs(ticks / DateTimes.TICKS_PER_DAY);
        long time = Math.abs(ticks % DateTimes.TICKS_PER_DAY);
        for (Part part : parts(format, true)) {
            switch (part.specifier) {
                case 'd' -> number(text, days, part.width);
                case 'h', 'H' -> number(text, time / DateTimes.TICKS_PER_HOUR, part.width);
                default -> clock(text, part, time);
            }
        }
        return text.toString();
    }

    private static void clock(StringBuilder text, Part part, long ticks) {
        switch (part.specifier) {
            case 'm' -> number(text, DateTimes.minute(ticks), part.width);
            case 's' -> number(text, DateTimes.second(ticks), part.width);
            case 'f' -> text.append(fraction(ticks, part.width));
            case 'F' -> text.append(withoutTrailingZeros(fraction(ticks, part.width)));
            default -> text.append(part.specifier);
        }
    }

    private static void number(StringBuilder text, long value, int width) {
        String digits = Long.toString(value);
        text.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }

    private static String fraction(long ticks, int digits) {
        return Long.toString(DateTimes.TICKS_PER_SECOND + DateTimes.fraction(ticks)).substring(1, digits + 1);
    }

    private static String withoutTrailingZeros(String digits) {
        int end = digits.length();
        while (end > 0 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return digits.substring(0, end);
    }
}

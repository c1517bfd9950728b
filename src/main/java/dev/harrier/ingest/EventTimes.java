package dev.harrier.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The forms of time that real sources write, as ticks of 100 ns since 0001-01-01T00:00:00Z. Without a zone a time is
 * UTC. Digits beyond the seventh are cut, not rounded: another copy of the event may have only seven.
 */
public final class EventTimes {
    public static final long TICKS_PER_SECOND = 10_000_000L;
    private static final long EPOCH_SECONDS = 62_135_596_800L;
    private static final int FRACTION_DIGITS = 7;

    private static final String TIME = "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?";
    private static final String ZONE = "\\s*(Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2})?";
    /** {@code 2025-01-15T09:35:20.4567890Z}, {@code 2025-01-15 9:35:20.456}, {@code 2025-01-15}. */
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt ]" + TIME + ZONE + ")?");
    /** {@code 11/14/2025 1:48:53 AM}, {@code 4/28/2021, 2:08:45.221 PM}, {@code 1/9/2007 10:41:00 AM +01:00}. */
    private static final Pattern AMERICAN = Pattern
            .compile("(\\d{1,2})/(\\d{1,2})/(\\d{4}),?(?: " + TIME + "(?:\\s*([AaPp])[Mm])?" + ZONE + ")?");

    private EventTimes() {}

    /** The time in ticks, or empty when the text is not a time. */
    public static OptionalLong parse(String text) {
        String trimmed = text.strip();
        try {
            Matcher iso = ISO.matcher(trimmed);
            if (iso.matches()) {
                return ticks(iso, 1, 2, 3, 4, 0);
            }
            Matcher american = AMERICAN.matcher(trimmed);
            if (american.matches()) {
                return ticks(american, 3, 1, 2, 4, 8);
            }
            return OptionalLong.empty();
        } catch (DateTimeException e) {
            return OptionalLong.empty();
        }
    }

    /** ISO form with seven fraction digits and {@code Z}. */
    public static String format(long ticks) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(Math.floorDiv(ticks, TICKS_PER_SECOND) - EPOCH_SECONDS, 0,
                ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(28);
        pad(text, time.getYear(), 4).append('-');
        pad(text, time.getMonthValue(), 2).append('-');
        pad(text, time.getDayOfMonth(), 2).append('T');
        pad(text, time.getHour(), 2).append(':');
        pad(text, time.getMinute(), 2).append(':');
        pad(text, time.getSecond(), 2).append('.');
        return pad(text, Math.floorMod(ticks, TICKS_PER_SECOND), FRACTION_DIGITS).append('Z').toString();
    }

    /** The instant in ticks; what is finer than a tick is cut. */
    public static long ticks(Instant instant) {
        return (instant.getEpochSecond() + EPOCH_SECONDS) * TICKS_PER_SECOND + instant.getNano() / 100;
    }

    /** The instant of these ticks. */
    public static Instant instant(long ticks) {
        return Instant.ofEpochSecond(Math.floorDiv(ticks, TICKS_PER_SECOND) - EPOCH_SECONDS,
                Math.floorMod(ticks, TICKS_PER_SECOND) * 100);
    }

    private static OptionalLong ticks(Matcher parts, int year, int month, int day, int time, int half) {
        int hour = number(parts.group(time));
        String halfDay = half == 0 ? null : parts.group(half);
        if (halfDay != null) {
            if (hour < 1 || hour > 12) {
                return OptionalLong.empty();
            }
            hour = hour % 12 + (halfDay.equalsIgnoreCase("p") ? 12 : 0);
        }
        LocalDateTime local = LocalDateTime.of(number(parts.group(year)), number(parts.group(month)),
                number(parts.group(day)), hour, number(parts.group(time + 1)), number(parts.group(time + 2)));
        String zone = parts.group(half == 0 ? time + 4 : half + 1);
        long seconds = local.toEpochSecond(offset(zone)) + EPOCH_SECONDS;
        return seconds < 0
                ? OptionalLong.empty()
                : OptionalLong.of(seconds * TICKS_PER_SECOND + fraction(parts.group(time + 3)));
    }

    private static ZoneOffset offset(String zone) {
        if (zone == null || Character.isLetter(zone.charAt(0))) {
            return ZoneOffset.UTC;
        }
        return ZoneOffset.of(zone);
    }

    private static long fraction(String digits) {
        if (digits == null) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < FRACTION_DIGITS; i++) {
            value = value * 10 + (i < digits.length() ? digits.charAt(i) - '0' : 0);
        }
        return value;
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static StringBuilder pad(StringBuilder text, long value, int width) {
        String digits = Long.toString(value);
        return text.repeat('0', width - digits.length()).append(digits);
    }
}

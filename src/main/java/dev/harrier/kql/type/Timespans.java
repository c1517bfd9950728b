package dev.harrier.kql.type;

import static dev.harrier.kql.type.DateTimes.TICKS_PER_DAY;
import static dev.harrier.kql.type.DateTimes.TICKS_PER_HOUR;
import static dev.harrier.kql.type.DateTimes.TICKS_PER_MICROSECOND;
import static dev.harrier.kql.type.DateTimes.TICKS_PER_MILLISECOND;
import static dev.harrier.kql.type.DateTimes.TICKS_PER_MINUTE;
import static dev.harrier.kql.type.DateTimes.TICKS_PER_SECOND;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in ticks of 100 ns. */
public final class Timespans {
    private static final int MAX_LENGTH = 60;
    private static final Pattern UNITS = Pattern.compile("([+-]?)(\\d+(?:\\.\\d+)?) *([a-z]+)");
    private static final Pattern CLOCK = Pattern
            .compile("([+-]?)(?:(\\d{1,8})\\.)?(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,9}))?)?");
    private static final Pattern DAYS = Pattern.compile("[+-]?\\d{1,9}");

    private static final Map<String, Long> TICKS = Map.ofEntries(Map.entry("d", TICKS_PER_DAY),
            Map.entry("day", TICKS_PER_DAY), Map.entry("days", TICKS_PER_DAY), Map.entry("h", TICKS_PER_HOUR),
            Map.entry("hr", TICKS_PER_HOUR), Map.entry("hrs", TICKS_PER_HOUR), Map.entry("hour", TICKS_PER_HOUR),
            Map.entry("hours", TICKS_PER_HOUR), Map.entry("m", TICKS_PER_MINUTE), Map.entry("min", TICKS_PER_MINUTE),
            Map.entry("minute", TICKS_PER_MINUTE), Map.entry("minutes", TICKS_PER_MINUTE),
            Map.entry("s", TICKS_PER_SECOND), Map.entry("sec", TICKS_PER_SECOND), Map.entry("second", TICKS_PER_SECOND),
            Map.entry("seconds", TICKS_PER_SECOND), Map.entry("ms", TICKS_PER_MILLISECOND),
            Map.entry("milli", TICKS_PER_MILLISECOND), Map.entry("millis", TICKS_PER_MILLISECOND),
            Map.entry("millisec", TICKS_PER_MILLISECOND), Map.entry("millisecond", TICKS_PER_MILLISECOND),
            Map.entry("milliseconds", TICKS_PER_MILLISECOND), Map.entry("micro", TICKS_PER_MICROSECOND),
            Map.entry("micros", TICKS_PER_MICROSECOND), Map.entry("microsec", TICKS_PER_MICROSECOND),
            Map.entry("microsecond", TICKS_PER_MICROSECOND), Map.entry("microseconds", TICKS_PER_MICROSECOND),
            Map.entry("tick", 1L), Map.entry("ticks", 1L));

    private Timespans() {}

    /**
     * Reads {@code 1.5h}, {@code 15 seconds}, {@code [-][d.]hh:mm[:ss[.fffffff]]} or a whole number of days; empty if
     * it is none of them, if a part is out of its range (25 hours), or if 64 bits do not hold it. Weeks do not exist.
     */
    public static OptionalLong parse(String source) {
        String text = source.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return OptionalLong.empty();
        }
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            return clock(clock);
        }
        Matcher units = UNITS.matcher(text);
        if (units.matches()) {
            return units(units);
        }
        return DAYS.matcher(text).matches() ? scaled(new BigDecimal(text), TICKS_PER_DAY) : OptionalLong.empty();
    }

    /** The ticks of a unit as named in literals ({@code d}, {@code minutes}, {@code tick}, …); empty if unknown. */
    public static OptionalLong ticksOfUnit(String name) {
        Long ticks = TICKS.get(name);
        return ticks == null ? OptionalLong.empty() : OptionalLong.of(ticks);
    }

    private static OptionalLong units(Matcher match) {
        Long ticks = TICKS.get(match.group(3));
        if (ticks == null) {
            return OptionalLong.empty();
        }
        BigDecimal count = new BigDecimal(match.group(2));
        return scaled(match.group(1).equals("-") ? count.negate() : count, ticks);
    }

    private static OptionalLong scaled(BigDecimal count, long ticks) {
        BigDecimal total = count.multiply(BigDecimal.valueOf(ticks)).setScale(0, RoundingMode.DOWN);
        return total.precision() <= 19 && total.toBigInteger().bitLength() < Long.SIZE
                ? OptionalLong.of(total.longValue())
                : OptionalLong.empty();
    }

    private static OptionalLong clock(Matcher match) {
        long days = match.group(2) == null ? 0 : Long.parseLong(match.group(2));
        int hours = Integer.parseInt(match.group(3));
        int minutes = Integer.parseInt(match.group(4));
        int seconds = match.group(5) == null ? 0 : Integer.parseInt(match.group(5));
        if (hours > 23 || minutes > 59 || seconds > 59 || days > Long.MAX_VALUE / TICKS_PER_DAY - 1) {
            return OptionalLong.empty();
        }
        long ticks = days * TICKS_PER_DAY + hours * TICKS_PER_HOUR + minutes * TICKS_PER_MINUTE
                + seconds * TICKS_PER_SECOND + fraction(match.group(6));
        return OptionalLong.of(match.group(1).equals("-") ? -ticks : ticks);
    }

    private static long fraction(String digits) {
        if (digits == null) {
            return 0;
        }
        return Long.parseLong((digits + "0000000").substring(0, 7));
    }

    /** {@code [-][d.]hh:mm:ss[.fffffff]}, days and fraction only if they are not zero. */
    public static String format(long ticks) {
        StringBuilder text = new StringBuilder(26);
        if (ticks < 0) {
            text.append('-');
        }
        // The parts are negated one by one: the smallest long has no positive counterpart.
        long days = Math.abs(ticks / TICKS_PER_DAY);
        long time = Math.abs(ticks % TICKS_PER_DAY);
        if (days != 0) {
            text.append(days).append('.');
        }
        twoDigits(text, time / TICKS_PER_HOUR).append(':');
        twoDigits(text, time / TICKS_PER_MINUTE % 60).append(':');
        twoDigits(text, time / TICKS_PER_SECOND % 60);
        long fraction = time % TICKS_PER_SECOND;
        if (fraction != 0) {
            text.append('.').append(Long.toString(TICKS_PER_SECOND + fraction), 1, 8);
        }
        return text.toString();
    }

    private static StringBuilder twoDigits(StringBuilder text, long number) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}

package dev.harrier.kql.type;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Points in time as ticks: 100 ns since 0001-01-01T00:00:00Z, in the proleptic Gregorian calendar, years 1 to 9999.
 * Every function that may leave that range answers empty instead of a wrong point.
 */
public final class DateTimes {
    public static final long TICKS_PER_MICROSECOND = 10L;
    public static final long TICKS_PER_MILLISECOND = 10_000L;
    public static final long TICKS_PER_SECOND = 10_000_000L;
    public static final long TICKS_PER_MINUTE = 60 * TICKS_PER_SECOND;
    public static final long TICKS_PER_HOUR = 60 * TICKS_PER_MINUTE;
    public static final long TICKS_PER_DAY = 24 * TICKS_PER_HOUR;
    public static final long TICKS_PER_WEEK = 7 * TICKS_PER_DAY;

    /** 0001-01-01T00:00:00.0000000Z. */
    public static final long MIN = 0;
    /** 9999-12-31T23:59:59.9999999Z. */
    public static final long MAX = 3_155_378_975_999_999_999L;
    /** 1970-01-01T00:00:00Z. */
    public static final long UNIX_EPOCH = 621_355_968_000_000_000L;

    private static final long MAX_DAY = MAX / TICKS_PER_DAY;
    /** Days from 0000-03-01, where the arithmetic of leap years is simplest, to 0001-01-01. */
    private static final long DAYS_TO_YEAR_ONE = 306;
    private static final long DAYS_PER_ERA = 146_097;

    /** A unit of the calendar, as named by {@code datetime_add}, {@code datetime_diff} and {@code datetime_part}. */
    public enum Unit {
        YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND, NANOSECOND;

        /** The unit of this name in any case, for example {@code "Month"}. */
        public static Optional<Unit> named(String name) {
            String upper = name.toUpperCase(Locale.ROOT);
            for (Unit unit : values()) {
                if (unit.name().equals(upper)) {
                    return Optional.of(unit);
                }
            }
            return Optional.empty();
        }
    }

    private DateTimes() {}

    /** Reads any of the forms that {@code datetime(…)} and {@code todatetime()} accept; empty if it is none of them. */
    public static OptionalLong parse(String text) {
        return DateTimeParser.parse(text);
    }

    public static boolean inRange(long ticks) {
        return ticks >= MIN && ticks <= MAX;
    }

    private static OptionalLong checked(long ticks) {
        return inRange(ticks) ? OptionalLong.of(ticks) : OptionalLong.empty();
    }

    /** The ISO form with seven digits of a second, {@code 2020-01-01T00:00:00.0000000Z}. */
    public static String format(long ticks) {
        char[] text = new char[28];
        long date = civil(ticks);
        put(text, 0, 4, date >> 16);
        text[4] = '-';
        put(text, 5, 2, date >> 8 & 0xFF);
        text[7] = '-';
        put(text, 8, 2, date & 0xFF);
        text[10] = 'T';
        long time = ticks % TICKS_PER_DAY;
        put(text, 11, 2, time / TICKS_PER_HOUR);
        text[13] = ':';
        put(text, 14, 2, time / TICKS_PER_MINUTE % 60);
        text[16] = ':';
        put(text, 17, 2, time / TICKS_PER_SECOND % 60);
        text[19] = '.';
        put(text, 20, 7, time % TICKS_PER_SECOND);
        text[27] = 'Z';
        return new String(text);
    }

    private static void put(char[] text, int start, int digits, long number) {
        long rest = number;
        for (int i = start + digits - 1; i >= start; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** Digits beyond 100 ns are dropped; empty before year 1 and after year 9999. */
    public static OptionalLong fromInstant(Instant instant) {
        long seconds = instant.getEpochSecond();
        long first = UNIX_EPOCH / TICKS_PER_SECOND;
        if (seconds < -first || seconds > MAX / TICKS_PER_SECOND - first) {
            return OptionalLong.empty();
        }
        return OptionalLong.of((seconds + first) * TICKS_PER_SECOND + instant.getNano() / 100);
    }

    public static Instant toInstant(long ticks) {
        long sinceEpoch = ticks - UNIX_EPOCH;
        return Instant.ofEpochSecond(Math.floorDiv(sinceEpoch, TICKS_PER_SECOND),
                Math.floorMod(sinceEpoch, TICKS_PER_SECOND) * 100);
    }

    /** Always in range: 64 bits of nanoseconds reach from 1677 to 2262. */
    public static long fromEpochNanos(long nanos) {
        return UNIX_EPOCH + Math.floorDiv(nanos, 100L);
    }

    /** Empty outside 1677-09-21 to 2262-04-11, which 64 bits of nanoseconds cannot hold. */
    public static OptionalLong toEpochNanos(long ticks) {
        long sinceEpoch = ticks - UNIX_EPOCH;
        if (sinceEpoch > Long.MAX_VALUE / 100 || sinceEpoch < Long.MIN_VALUE / 100) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(sinceEpoch * 100);
    }

    public static OptionalLong fromEpochMillis(long millis) {
        return fromEpoch(millis, TICKS_PER_MILLISECOND);
    }

    /** The point that lies so many units after 1970, for example {@code fromEpoch(x, TICKS_PER_SECOND)}. */
    public static OptionalLong fromEpoch(long count, long ticksPerUnit) {
        return plus(UNIX_EPOCH, count, ticksPerUnit);
    }

    /** Rounded down to the millisecond. */
    public static long toEpochMillis(long ticks) {
        return Math.floorDiv(ticks - UNIX_EPOCH, TICKS_PER_MILLISECOND);
    }

    /** Midnight of the date; empty if there is no such date, for example 2021-02-29 or any date of year 0. */
    public static OptionalLong ofCalendar(int year, int month, int day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(daysFromCivil(year, month, day) * TICKS_PER_DAY);
    }

    /** @param ticks the fraction of the second, 0 to 9,999,999 */
    public static OptionalLong ofCalendar(int year, int month, int day, int hour, int minute, int second, int ticks) {
        OptionalLong midnight = ofCalendar(year, month, day);
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60 && ticks >= 0
                && ticks < TICKS_PER_SECOND;
        if (!valid || midnight.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(midnight.getAsLong() + hour * TICKS_PER_HOUR + minute * TICKS_PER_MINUTE
                + second * TICKS_PER_SECOND + ticks);
    }

    public static int year(long ticks) {
        return (int) (civil(ticks) >> 16);
    }

    /** 1 to 12. */
    public static int month(long ticks) {
        return (int) (civil(ticks) >> 8 & 0xFF);
    }

    /** 1 to 4. */
    public static int quarter(long ticks) {
        return (month(ticks) + 2) / 3;
    }

    /** 1 to 31. */
    public static int day(long ticks) {
        return (int) (civil(ticks) & 0xFF);
    }

    public static int hour(long ticks) {
        return (int) (ticks % TICKS_PER_DAY / TICKS_PER_HOUR);
    }

    public static int minute(long ticks) {
        return (int) (ticks / TICKS_PER_MINUTE % 60);
    }

    public static int second(long ticks) {
        return (int) (ticks / TICKS_PER_SECOND % 60);
    }

    /** The ticks within the second, 0 to 9,999,999. */
    public static int fraction(long ticks) {
        return (int) (ticks % TICKS_PER_SECOND);
    }

    /** 0 for Sunday to 6 for Saturday. */
    public static int dayOfWeek(long ticks) {
        return (int) ((ticks / TICKS_PER_DAY + 1) % 7);
    }

    /** 1 to 366. */
    public static int dayOfYear(long ticks) {
        return (int) (ticks / TICKS_PER_DAY - daysFromCivil(year(ticks), 1, 1)) + 1;
    }

    /** The week of ISO 8601, 1 to 53: weeks start on Monday and belong to the year of their Thursday. */
    public static int weekOfYear(long ticks) {
        long day = ticks / TICKS_PER_DAY;
        long thursday = day - day % 7 + 3;
        // 9999-12-31 is a Friday, so that the Thursday of every week is a valid date.
        int year = year(thursday * TICKS_PER_DAY);
        return (int) ((thursday - daysFromCivil(year, 1, 1)) / 7) + 1;
    }

    public static boolean isLeapYear(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    public static int daysInMonth(int year, int month) {
        return switch (month) {
            case 2 -> isLeapYear(year) ? 29 : 28;
            case 4, 6, 9, 11 -> 30;
            default -> 31;
        };
    }

    /**
     * The first tick of the unit that contains the point, moved by whole units; weeks start on Sunday.
     *
     * @param unit {@link Unit#DAY} or coarser, {@link Unit#HOUR} and finer round down within the day
     */
    public static OptionalLong startOf(Unit unit, long ticks, long offset) {
        return switch (unit) {
            case YEAR -> startOfMonths(ticks, 12, offset);
            case QUARTER -> startOfMonths(ticks, 3, offset);
            case MONTH -> startOfMonths(ticks, 1, offset);
            case WEEK -> plus(ticks - ticks % TICKS_PER_DAY - dayOfWeek(ticks) * TICKS_PER_DAY, offset, TICKS_PER_WEEK);
            case DAY, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND -> {
                long size = ticksPer(unit);
                yield plus(ticks - ticks % size, offset, size);
            }
            case NANOSECOND -> plus(ticks, offset / 100, 1);
        };
    }

    /** The last tick of the unit, …59.9999999. */
    public static OptionalLong endOf(Unit unit, long ticks, long offset) {
        if (unit == Unit.NANOSECOND) {
            return startOf(unit, ticks, offset);
        }
        OptionalLong start = startOf(unit, ticks, offset);
        if (start.isEmpty()) {
            return start;
        }
        return switch (unit) {
            case YEAR -> endOfMonths(start.getAsLong(), 12);
            case QUARTER -> endOfMonths(start.getAsLong(), 3);
            case MONTH -> endOfMonths(start.getAsLong(), 1);
            case WEEK, DAY, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND, NANOSECOND ->
                checked(start.getAsLong() + ticksPer(unit) - 1);
        };
    }

    private static OptionalLong startOfMonths(long ticks, int months, long offset) {
        if (offset > 120_000 || offset < -120_000) {
            return OptionalLong.empty();
        }
        long date = civil(ticks);
        long index = (date >> 16) * 12 + (date >> 8 & 0xFF) - 1;
        long moved = index - index % months + offset * months;
        return ofCalendar((int) Math.floorDiv(moved, 12L), (int) Math.floorMod(moved, 12L) + 1, 1);
    }

    private static OptionalLong endOfMonths(long start, int months) {
        long date = civil(start);
        long index = (date >> 16) * 12 + (date >> 8 & 0xFF) - 2 + months;
        int year = (int) (index / 12);
        int month = (int) (index % 12) + 1;
        return OptionalLong.of((daysFromCivil(year, month, daysInMonth(year, month)) + 1) * TICKS_PER_DAY - 1);
    }

    /** Adds whole units; a day that the month does not have becomes its last day (2020-11-30 + 1 quarter = 2021-02-28). */
    public static OptionalLong add(Unit unit, long amount, long ticks) {
        return switch (unit) {
            case YEAR -> addMonths(ticks, amount, 12);
            case QUARTER -> addMonths(ticks, amount, 3);
            case MONTH -> addMonths(ticks, amount, 1);
            case WEEK, DAY, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND -> plus(ticks, amount, ticksPer(unit));
            case NANOSECOND -> plus(ticks, amount / 100, 1);
        };
    }

    private static OptionalLong addMonths(long ticks, long amount, int months) {
        if (amount > 120_000 || amount < -120_000) {
            return OptionalLong.empty();
        }
        long date = civil(ticks);
        long index = (date >> 16) * 12 + (date >> 8 & 0xFF) - 1 + amount * months;
        int year = (int) Math.floorDiv(index, 12L);
        int month = (int) Math.floorMod(index, 12L) + 1;
        int day = Math.min((int) (date & 0xFF), daysInMonth(year, month));
        OptionalLong midnight = ofCalendar(year, month, day);
        return midnight.isEmpty() ? midnight : OptionalLong.of(midnight.getAsLong() + ticks % TICKS_PER_DAY);
    }

    /** {@code ticks + count * size}, empty if that is out of range or overflows. */
    static OptionalLong plus(long ticks, long count, long size) {
        long limit = MAX / size + 1;
        if (count > limit || count < -limit) {
            return OptionalLong.empty();
        }
        return checked(ticks + count * size);
    }

    /** How many boundaries of the unit lie between two points: positive if the first is later. Weeks start on Sunday. */
    public static long difference(Unit unit, long first, long second) {
        return switch (unit) {
            case YEAR -> year(first) - year(second);
            case QUARTER -> quarterIndex(first) - quarterIndex(second);
            case MONTH -> monthIndex(first) - monthIndex(second);
            // Year 1 starts on a Monday: one day later, whole sevens are whole weeks from Sunday.
            case WEEK -> (first / TICKS_PER_DAY + 1) / 7 - (second / TICKS_PER_DAY + 1) / 7;
            case DAY, HOUR, MINUTE, SECOND, MILLISECOND, MICROSECOND ->
                first / ticksPer(unit) - second / ticksPer(unit);
            case NANOSECOND -> Math.clamp(first - second, Long.MIN_VALUE / 100, Long.MAX_VALUE / 100) * 100;
        };
    }

    private static long monthIndex(long ticks) {
        long date = civil(ticks);
        return (date >> 16) * 12 + (date >> 8 & 0xFF) - 1;
    }

    private static long quarterIndex(long ticks) {
        return monthIndex(ticks) / 3;
    }

    /** @throws IllegalArgumentException for units without a fixed length */
    public static long ticksPer(Unit unit) {
        return switch (unit) {
            case WEEK -> TICKS_PER_WEEK;
            case DAY -> TICKS_PER_DAY;
            case HOUR -> TICKS_PER_HOUR;
            case MINUTE -> TICKS_PER_MINUTE;
            case SECOND -> TICKS_PER_SECOND;
            case MILLISECOND -> TICKS_PER_MILLISECOND;
            case MICROSECOND -> TICKS_PER_MICROSECOND;
            case YEAR, QUARTER, MONTH, NANOSECOND -> throw new IllegalArgumentException("no length in ticks: " + unit);
        };
    }

    /** Days since 0001-01-01. Counted from 1 March, so that the leap day is the last of its year. */
    private static long daysFromCivil(long year, int month, int day) {
        long shifted = month <= 2 ? year - 1 : year;
        long era = shifted / 400;
        long yearOfEra = shifted % 400;
        long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        return era * DAYS_PER_ERA + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - DAYS_TO_YEAR_ONE;
    }

    /** Year, month and day packed as {@code year << 16 | month << 8 | day}. */
    private static long civil(long ticks) {
        long days = Math.clamp(ticks / TICKS_PER_DAY, 0, MAX_DAY) + DAYS_TO_YEAR_ONE;
        long era = days / DAYS_PER_ERA;
        long dayOfEra = days % DAYS_PER_ERA;
        long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        long shiftedMonth = (5 * dayOfYear + 2) / 153;
        long day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
        long month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return year << 16 | month << 8 | day;
    }
}

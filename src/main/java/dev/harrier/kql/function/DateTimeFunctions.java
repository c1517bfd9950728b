package dev.harrier.kql.function;

import static dev.harrier.kql.type.DateTimes.TICKS_PER_DAY;
import static dev.harrier.kql.type.DateTimes.TICKS_PER_HOUR;
import static dev.harrier.kql.type.DateTimes.TICKS_PER_MICROSECOND;
import static dev.harrier.kql.type.DateTimes.TICKS_PER_MILLISECOND;
import static dev.harrier.kql.type.DateTimes.TICKS_PER_MINUTE;
import static dev.harrier.kql.type.DateTimes.TICKS_PER_SECOND;
import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.DateTimes.Unit;
import dev.harrier.kql.type.DateTimes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Sums, differences and parts of dates by calendar unit, and dates and durations from numbers. Null of null. */
final class DateTimeFunctions {
    private static final Parameter UNIT = Parameter.of("period", STRING);
    private static final int YEAR_PARTS = 3;

    private DateTimeFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(ingestionTime(), add(), difference(), part(), makeDateTime(), makeTimespan(),
                unixTime("unixtime_seconds_todatetime", "seconds", TICKS_PER_SECOND, "1546300800"),
                unixTime("unixtime_milliseconds_todatetime", "milliseconds", TICKS_PER_MILLISECOND, "1546300800000"),
                unixTime("unixtime_microseconds_todatetime", "microseconds", TICKS_PER_MICROSECOND,
                        "1546300800000000"),
                unixNanoseconds());
    }

    /** The planner puts a column in place of the call; where there is none, the rows are of no table. */
    private static ScalarFunction ingestionTime() {
        return ScalarFunction.named("ingestion_time")
                .summary("When the row was taken in; null for a row that is not one of a table.")
                .example("print isnull(ingestion_time())", "True").notDeterministic()
                .prepared(List.of(), DATETIME, site -> (Kernel.PerValue) arguments -> null).build();
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? (Long) value.getAsLong() : null;
    }

    private static Optional<String> unitProblem(String name) {
        return Unit.named(name).isPresent()
                ? Optional.empty()
                : Optional.of("'" + name + "' is not a unit of the calendar; use year, quarter, month, week, day, hour,"
                        + " minute, second, millisecond, microsecond or nanosecond");
    }

    private static Optional<String> partProblem(String name) {
        return part(name, 0) != null
                ? Optional.empty()
                : Optional.of("'" + name + "' is not a part of a date; use year, quarter, month, week_of_year, day,"
                        + " dayofyear, hour, minute, second, millisecond, microsecond or nanosecond");
    }

    private static ScalarFunction add() {
        return ScalarFunction.named("datetime_add").checkText(0, DateTimeFunctions::unitProblem)
                .summary("Adds whole units of the calendar; a day that the month does not have becomes its last.")
                .example("print datetime_add('month', 1, datetime(2024-01-31))", "2024-02-29T00:00:00.0000000Z")
                .signature(List.of(UNIT, Parameter.of("amount", LONG), Parameter.of("datetime", DATETIME)), DATETIME,
                        arguments -> Unit.named((String) arguments[0])
                                .map(unit -> boxed(DateTimes.add(unit, (Long) arguments[1], (Long) arguments[2])))
                                .orElse(null))
                .build();
    }

    private static ScalarFunction difference() {
        return ScalarFunction.named("datetime_diff").checkText(0, DateTimeFunctions::unitProblem)
                .summary("How many boundaries of a unit of the calendar lie between two dates, the later one first.")
                .example("print datetime_diff('month', datetime(2024-03-01), datetime(2024-02-29))", "1")
                .signature(
                        List.of(UNIT, Parameter.of("datetime1", DATETIME), Parameter.of("datetime2", DATETIME)), LONG,
                        arguments -> Unit.named((String) arguments[0])
                                .map(unit -> DateTimes.difference(unit, (Long) arguments[1], (Long) arguments[2]))
                                .orElse(null))
                .build();
    }

    private static ScalarFunction part() {
        return ScalarFunction.named("datetime_part").alias("datepart").checkText(0, DateTimeFunctions::partProblem)
                .summary("A part of a date, by name.")
                .example("print datetime_part('quarter', datetime(2024-02-29))", "1")
                .signature(List.of(Parameter.of("part", STRING), Parameter.of("datetime", DATETIME)), LONG,
                        arguments -> part((String) arguments[0], (Long) arguments[1]))
                .build();
    }

    private static Long part(String name, long ticks) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "year" -> (long) DateTimes.year(ticks);
            case "quarter" -> (long) DateTimes.quarter(ticks);
            case "month" -> (long) DateTimes.month(ticks);
            case "week_of_year", "weekofyear", "week" -> (long) DateTimes.weekOfYear(ticks);
            case "day" -> (long) DateTimes.day(ticks);
            case "dayofyear" -> (long) DateTimes.dayOfYear(ticks);
            case "hour" -> (long) DateTimes.hour(ticks);
            case "minute" -> (long) DateTimes.minute(ticks);
            case "second" -> (long) DateTimes.second(ticks);
            case "millisecond" -> DateTimes.fraction(ticks) / TICKS_PER_MILLISECOND;
            case "microsecond" -> DateTimes.fraction(ticks) / TICKS_PER_MICROSECOND;
            case "nanosecond" -> DateTimes.fraction(ticks) * 100L;
            default -> null;
        };
    }

    private static ScalarFunction makeDateTime() {
        return ScalarFunction.named("make_datetime")
                .summary("A point in time from its parts; null if there is none.")
                .example("print make_datetime(2024, 2, 29, 13, 45)", "2024-02-29T13:45:00.0000000Z")
                .signature(
                        List.of(Parameter.of("year", LONG), Parameter.of("month", LONG), Parameter.of("day", LONG),
                                Parameter.of("hour", LONG).optional(), Parameter.of("minute", LONG).optional(),
                                Parameter.of("second", REAL).optional()),
                        DATETIME, DateTimeFunctions::dateTime)
                .prepared(List.of(Parameter.of("date", DATETIME, STRING, LONG, DYNAMIC)), DATETIME,
                        site -> (Kernel.PerValue) arguments -> Conversions.toDateTime(site.type(0), arguments[0]))
                .build();
    }

    private static Long dateTime(Object[] parts) {
        int[] date = new int[YEAR_PARTS];
        for (int i = 0; i < YEAR_PARTS; i++) {
            date[i] = (int) Math.clamp((Long) parts[i], -1, Short.MAX_VALUE);
        }
        OptionalLong midnight = DateTimes.ofCalendar(date[0], date[1], date[2]);
        Optional<Long> time = time(wholeAt(parts, 3), wholeAt(parts, 4), realAt(parts, 5));
        return midnight.isEmpty() ? null : time.map(ticks -> midnight.getAsLong() + ticks).orElse(null);
    }

    private static long wholeAt(Object[] parts, int position) {
        return position < parts.length ? (Long) parts[position] : 0;
    }

    private static double realAt(Object[] parts, int position) {
        return position < parts.length ? (Double) parts[position] : 0;
    }

    /** The ticks within a day; empty if a part is out of its range. */
    private static Optional<Long> time(long hour, long minute, double second) {
        boolean valid = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return valid
                ? Optional.of(hour * TICKS_PER_HOUR + minute * TICKS_PER_MINUTE + ticks(second, TICKS_PER_SECOND))
                : Optional.empty();
    }

    /** Rounded, for 59.9999999 seconds are a tick less in binary. */
    private static long ticks(double count, long ticksPerUnit) {
        return BigDecimal.valueOf(count).multiply(BigDecimal.valueOf(ticksPerUnit)).setScale(0, RoundingMode.HALF_UP)
                .longValue();
    }

    private static ScalarFunction makeTimespan() {
        Parameter hour = Parameter.of("hour", LONG);
        Parameter minute = Parameter.of("minute", LONG);
        Parameter second = Parameter.of("second", REAL);
        return ScalarFunction.named("make_timespan")
                .summary("A duration from hours and minutes, then seconds; days may come first; null if there is none.")
                .example("print make_timespan(1, 12, 30, 55.5)", "1.12:30:55.5000000")
                .signature(List.of(hour, minute), TIMESPAN,
                        parts -> time((Long) parts[0], (Long) parts[1], 0).orElse(null))
                .signature(List.of(hour, minute, second), TIMESPAN,
                        parts -> time((Long) parts[0], (Long) parts[1], (Double) parts[2]).orElse(null))
                .signature(List.of(Parameter.of("day", LONG), hour, minute, second), TIMESPAN,
                        parts -> withDays((Long) parts[0],
                                time((Long) parts[1], (Long) parts[2], (Double) parts[3])))
                .build();
    }

    private static Long withDays(long days, Optional<Long> time) {
        boolean valid = days >= 0 && days < Long.MAX_VALUE / TICKS_PER_DAY;
        return valid ? time.map(ticks -> days * TICKS_PER_DAY + ticks).orElse(null) : null;
    }

    private static ScalarFunction unixTime(String name, String unit, long ticksPerUnit, String example) {
        return ScalarFunction.named(name)
                .summary("The point in time that lies so many " + unit + " after 1970; null if it is out of range.")
                .example("print " + name + "(" + example + ")", "2019-01-01T00:00:00.0000000Z")
                .signature(List.of(Parameter.of(unit, LONG)), DATETIME,
                        arguments -> boxed(DateTimes.fromEpoch((Long) arguments[0], ticksPerUnit)))
                .signature(List.of(Parameter.of(unit, REAL)), DATETIME,
                        arguments -> fromEpoch((Double) arguments[0], ticksPerUnit))
                .build();
    }

    private static Long fromEpoch(double count, long ticksPerUnit) {
        boolean possible = Math.abs(count) <= (double) DateTimes.MAX / ticksPerUnit;
        return possible ? boxed(DateTimes.fromEpoch(ticks(count, ticksPerUnit), 1)) : null;
    }

    private static ScalarFunction unixNanoseconds() {
        return ScalarFunction.named("unixtime_nanoseconds_todatetime")
                .summary("The point in time that lies so many nanoseconds after 1970.")
                .example("print unixtime_nanoseconds_todatetime(1546300800000000000)", "2019-01-01T00:00:00.0000000Z")
                .signature(List.of(Parameter.of("nanoseconds", LONG)), DATETIME,
                        arguments -> DateTimes.fromEpochNanos((Long) arguments[0]))
                .build();
    }
}

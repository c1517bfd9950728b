package dev.harrier.query;

import dev.harrier.access.RequestProblem;
import dev.harrier.kql.bind.TimeRange;
import dev.harrier.kql.type.DateTimes;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.OptionalLong;

/** Reads the time span of a request: {@code duration}, {@code start/end}, {@code start/duration}, {@code duration/end}. */
final class Timespans {
    private static final long NANOS_PER_TICK = 100;
    private static final int DAYS_PER_MONTH = 30;
    private static final int DAYS_PER_YEAR = 365;

    private Timespans() {}

    /**
     * @param nowTicks where a duration by itself ends
     * @throws RequestProblem if it is none of the forms
     */
    static TimeRange parse(String text, long nowTicks) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length == 1) {
            return checked(text, nowTicks - duration(text, parts[0]), nowTicks);
        }
        if (parts.length != 2) {
            throw invalid(text);
        }
        boolean startsWithDuration = parts[0].startsWith("P");
        boolean endsWithDuration = parts[1].startsWith("P");
        if (startsWithDuration && endsWithDuration) {
            throw invalid(text);
        }
        long from = startsWithDuration ? time(text, parts[1]) - duration(text, parts[0]) : time(text, parts[0]);
        long to = endsWithDuration ? from + duration(text, parts[1]) : time(text, parts[1]);
        return checked(text, from, to);
    }

    private static TimeRange checked(String text, long from, long to) {
        if (from > to) {
            throw RequestProblem.badRequest("invalid-timespan", "the time span '" + text + "' ends before it starts");
        }
        // Both ends belong to the span.
        return new TimeRange(Math.max(from, DateTimes.MIN), Math.min(to, DateTimes.MAX - 1) + 1);
    }

    private static long time(String text, String part) {
        OptionalLong ticks = DateTimes.parse(part);
        return ticks.orElseThrow(() -> invalid(text));
    }

    private static long duration(String text, String part) {
        int time = part.indexOf('T');
        String days = time < 0 ? part : part.substring(0, time);
        try {
            Period period = days.length() > 1 ? Period.parse(days) : Period.ZERO;
            Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + part.substring(time));
            long wholeDays = period.getDays() + (long) DAYS_PER_MONTH * period.getMonths()
                    + (long) DAYS_PER_YEAR * period.getYears();
            return Math.addExact(wholeDays * DateTimes.TICKS_PER_DAY, rest.toNanos() / NANOS_PER_TICK);
        } catch (DateTimeException | ArithmeticException notADuration) {
            throw invalid(text);
        }
    }

    private static RequestProblem invalid(String text) {
        return RequestProblem.badRequest("invalid-timespan", "'" + text + "' is not a time span; write an ISO 8601 "
                + "duration such as PT1H or P7D, or two times such as 2026-01-01T00:00:00Z/2026-01-02T00:00:00Z");
    }
}

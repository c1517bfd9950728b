package dev.harrier.kql.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.type.DateTimes.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTimesTest {

    private static long ticks(String text) {
        return DateTimes.parse(text).orElseThrow(() -> new AssertionError("not a time: " + text));
    }

    private static String text(OptionalLong ticks) {
        return ticks.isPresent() ? DateTimes.format(ticks.getAsLong()) : "null";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-01-01                            | 2020-01-01T00:00:00.0000000Z
            1970-5-12                             | 1970-05-12T00:00:00.0000000Z
            2014-05-25T08:20:03.123456Z           | 2014-05-25T08:20:03.1234560Z
            2014-05-25T08:20:03.123456            | 2014-05-25T08:20:03.1234560Z
            2014-05-25T08:20                      | 2014-05-25T08:20:00.0000000Z
            2014-11-08 15:55:55.123456Z           | 2014-11-08T15:55:55.1234560Z
            2014-11-08 15:55                      | 2014-11-08T15:55:00.0000000Z
            2014-11-08 15:05:25 GMT               | 2014-11-08T15:05:25.0000000Z
            2014-11-08T15:05 GMT                  | 2014-11-08T15:05:00.0000000Z
            2007-01-09T09:41:00.535404056Z        | 2007-01-09T09:41:00.5354040Z
            2007-01-09T11:41:00+02:00             | 2007-01-09T09:41:00.0000000Z
            2007-01-09T09:41:00.992099+00:00      | 2007-01-09T09:41:00.9920990Z
            2020-01-01 00:00:00 -0530             | 2020-01-01T05:30:00.0000000Z
            2016 - 06 - 26                        | 2016-06-26T00:00:00.0000000Z
            Sat, 8 Nov 14 15:05:02 GMT            | 2014-11-08T15:05:02.0000000Z
            Sat, 8 Nov 14 15:05                   | 2014-11-08T15:05:00.0000000Z
            8 Nov 14 15:05:02                     | 2014-11-08T15:05:02.0000000Z
            8 Nov 2014 15:05 GMT                  | 2014-11-08T15:05:00.0000000Z
            Saturday, 08-Nov-14 15:05:02 GMT      | 2014-11-08T15:05:02.0000000Z
            08-Nov-98 15:05                       | 1998-11-08T15:05:00.0000000Z
            12-02-2022                            | 2022-12-02T00:00:00.0000000Z
            01/09/2007 09:41:00                   | 2007-01-09T09:41:00.0000000Z
            1/9/2007 9:41:00 AM                   | 2007-01-09T09:41:00.0000000Z
            1/9/2007 12:41:00 AM                  | 2007-01-09T00:41:00.0000000Z
            1/9/2007 12:41:00 PM                  | 2007-01-09T12:41:00.0000000Z
            1/9/2007, 5:03:01.123 PM              | 2007-01-09T17:03:01.1230000Z
            1/9/2007 10:41:00 AM +01:00           | 2007-01-09T09:41:00.0000000Z
            0001-01-01 00:00:00.0000001           | 0001-01-01T00:00:00.0000001Z
            9999-12-31 23:59:59.9999999           | 9999-12-31T23:59:59.9999999Z
            """)
    void readsEveryForm(String source, String expected) {
        assertThat(text(DateTimes.parse(source))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "nonsense", "not-a-date", "13-01-2022", "2020-13-01", "2020-02-30", "2021-02-29",
            "0000-01-01", "2020", "20200101", "2020-01-01T", "2020-01-01T24:00", "2020-01-01T10:60", "2020-01-01 10",
            "2020-01-01T10:00:00.", "2020-01-01T10:00:00+25:00", "2020-01-01T10:00 nonsense", "12-02-22",
            "1/9/2007 13:41:00 PM", "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00", "8 Nov", "8 Foo 14 10:00",
            "2020-01-01 10:00:00 extra", "٢٠٢٠-01-01"})
    void refusesWhatIsNotATime(String source) {
        assertThat(DateTimes.parse(source)).isEmpty();
    }

    @Test
    void agreesWithTheCalendarOfTheJdkOverAllYears() {
        for (LocalDate date = LocalDate.of(1, 1, 1); date.getYear() < 10_000; date = date.plusDays(17)) {
            long ticks = DateTimes.ofCalendar(date.getYear(), date.getMonthValue(), date.getDayOfMonth()).getAsLong()
                    + DateTimes.TICKS_PER_HOUR * 23;
            assertThat(DateTimes.year(ticks)).isEqualTo(date.getYear());
            assertThat(DateTimes.month(ticks)).isEqualTo(date.getMonthValue());
            assertThat(DateTimes.day(ticks)).isEqualTo(date.getDayOfMonth());
            assertThat(DateTimes.dayOfYear(ticks)).isEqualTo(date.getDayOfYear());
            assertThat(DateTimes.dayOfWeek(ticks)).isEqualTo(date.getDayOfWeek().getValue() % 7);
            assertThat(DateTimes.weekOfYear(ticks)).isEqualTo(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            assertThat(DateTimes.format(ticks)).startsWith(date.toString() + "T23:00");
        }
        assertThat(DateTimes.weekOfYear(DateTimes.MAX)).isEqualTo(52);
    }

    @Test
    void convertsInstantsWithinItsRange() {
        Instant instant = Instant.parse("1969-12-31T23:59:59.123456789Z");
        long ticks = DateTimes.fromInstant(instant).getAsLong();
        assertThat(DateTimes.format(ticks)).isEqualTo("1969-12-31T23:59:59.1234567Z");
        assertThat(DateTimes.toInstant(ticks)).isEqualTo(Instant.parse("1969-12-31T23:59:59.1234567Z"));
        assertThat(DateTimes.fromInstant(Instant.parse("+10000-01-01T00:00:00Z"))).isEmpty();
        assertThat(DateTimes.fromInstant(Instant.parse("0000-12-31T23:59:59Z"))).isEmpty();
        assertThat(DateTimes.fromInstant(Instant.MAX)).isEmpty();
        assertThat(DateTimes.fromInstant(DateTimes.toInstant(DateTimes.MAX))).hasValue(DateTimes.MAX);
    }

    @Test
    void knowsTheReachOfNanoseconds() {
        assertThat(DateTimes.fromEpochNanos(-1)).isEqualTo(DateTimes.UNIX_EPOCH - 1);
        assertThat(DateTimes.toEpochNanos(ticks("2262-04-11"))).isPresent();
        assertThat(DateTimes.toEpochNanos(ticks("2262-04-12"))).isEmpty();
        assertThat(DateTimes.toEpochNanos(ticks("1677-09-20"))).isEmpty();
        assertThat(DateTimes.toEpochMillis(DateTimes.UNIX_EPOCH - 1)).isEqualTo(-1);
        assertThat(text(DateTimes.fromEpochMillis(1_546_300_800_000L))).isEqualTo("2019-01-01T00:00:00.0000000Z");
        assertThat(DateTimes.fromEpochMillis(Long.MAX_VALUE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"WEEK, 2020-06-15, -2, 2020-05-31", "WEEK, 2020-06-15, 3, 2020-07-05",
            "WEEK, 2020-06-14, 0, 2020-06-14",
            "MONTH, 2020-06-15, -13, 2019-05-01", "YEAR, 2020-06-15, -5, 2015-01-01",
            "DAY, 2020-06-15 13:45, 3, 2020-06-18",
            "QUARTER, 2020-06-15, 0, 2020-04-01", "HOUR, 2020-06-15 13:45, 0, 2020-06-15 13:00"})
    void startsUnits(Unit unit, String time, long offset, String expected) {
        assertThat(text(DateTimes.startOf(unit, ticks(time), offset))).isEqualTo(DateTimes.format(ticks(expected)));
    }

    @ParameterizedTest
    @CsvSource({"MONTH, 2020-02-29 12:00, 0, 2020-02-29T23:59:59.9999999Z",
            "YEAR, 0001-01-01, 0, 0001-12-31T23:59:59.9999999Z",
            "WEEK, 2024-03-03, 0, 2024-03-09T23:59:59.9999999Z",
            "DAY, 2017-01-01 10:10, -1, 2016-12-31T23:59:59.9999999Z",
            "YEAR, 9999-06-01, 0, 9999-12-31T23:59:59.9999999Z",
            "QUARTER, 2020-05-05, 2, 2020-12-31T23:59:59.9999999Z"})
    void endsUnitsOnTheirLastTick(Unit unit, String time, long offset, String expected) {
        assertThat(text(DateTimes.endOf(unit, ticks(time), offset))).isEqualTo(expected);
    }

    @Test
    void answersEmptyBeyondItsRange() {
        assertThat(DateTimes.startOf(Unit.WEEK, DateTimes.MIN, 0)).isEmpty();
        assertThat(DateTimes.endOf(Unit.WEEK, DateTimes.MAX, 0)).isEmpty();
        for (Unit unit : Unit.values()) {
            if (unit != Unit.NANOSECOND) {
                assertThat(DateTimes.startOf(unit, DateTimes.UNIX_EPOCH, Long.MIN_VALUE)).as(unit.name()).isEmpty();
                assertThat(DateTimes.add(unit, Long.MAX_VALUE, DateTimes.UNIX_EPOCH)).as(unit.name()).isEmpty();
            }
        }
        assertThat(DateTimes.add(Unit.DAY, 1, DateTimes.MAX)).isEmpty();
        assertThat(DateTimes.add(Unit.MONTH, -1, DateTimes.MIN)).isEmpty();
        assertThat(DateTimes.ofCalendar(2020, 13, 1)).isEmpty();
        assertThat(DateTimes.ofCalendar(2020, 1, 1, 24, 0, 0, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"QUARTER, 1, 2020-11-30, 2021-02-28T00:00:00.0000000Z",
            "WEEK, 2, 2020-06-15, 2020-06-29T00:00:00.0000000Z",
            "DAY, 400, 2020-01-01, 2021-02-04T00:00:00.0000000Z",
            "YEAR, 1, 2020-02-29 10:00, 2021-02-28T10:00:00.0000000Z",
            "MILLISECOND, 1500, 2020-01-01, 2020-01-01T00:00:01.5000000Z",
            "SECOND, 90, 2020-12-31 23:59, 2021-01-01T00:00:30.0000000Z"})
    void addsUnits(Unit unit, long amount, String time, String expected) {
        assertThat(text(DateTimes.add(unit, amount, ticks(time)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"YEAR, 2017-01-01, 2000-12-31, 17", "QUARTER, 2017-07-01, 2017-03-30, 2",
            "MONTH, 2017-01-01, 2015-12-30, 13",
            "WEEK, 2017-10-29 00:00, 2017-09-30 23:59, 5", "DAY, 2017-10-29 00:00, 2017-09-30 23:59, 29",
            "HOUR, 2017-10-31 01:00, 2017-10-30 23:59, 2", "MINUTE, 2017-10-30 23:05:01, 2017-10-30 23:00:59, 5",
            "SECOND, 2017-10-30 23:00:10.100, 2017-10-30 23:00:00.900, 10",
            "MILLISECOND, 2017-10-30 23:00:00.200100, 2017-10-30 23:00:00.100900, 100",
            "MICROSECOND, 2017-10-30 23:00:00.1009001, 2017-10-30 23:00:00.1008009, 100",
            "NANOSECOND, 2017-10-30 23:00:00.0000000, 2017-10-30 23:00:00.0000007, -700",
            "MINUTE, 2020-01-01 00:00, 2020-01-01 13:45, -825"})
    void countsBoundaries(Unit unit, String first, String second, long expected) {
        assertThat(DateTimes.difference(unit, ticks(first), ticks(second))).isEqualTo(expected);
    }

    @Test
    void namesUnitsInAnyCase() {
        assertThat(Unit.named("mIcrosecond")).hasValue(Unit.MICROSECOND);
        assertThat(Unit.named("fortnight")).isEmpty();
    }
}

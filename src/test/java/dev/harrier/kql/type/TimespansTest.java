package dev.harrier.kql.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimespansTest {

    @ParameterizedTest
    @CsvSource({"1d, 1.00:00:00", "1.5h, 01:30:00", "2hours, 02:00:00", "25min, 00:25:00", "90s, 00:01:30",
            "15 seconds, 00:00:15", "100ms, 00:00:00.1000000", "10microsecond, 00:00:00.0000100",
            "1tick, 00:00:00.0000001", "-1d, -1.00:00:00", "1.02:03:04.5, 1.02:03:04.5000000",
            "-1.02:03:04.5, -1.02:03:04.5000000", "-00:30:00, -00:30:00", "13:00, 13:00:00",
            "0:0:0.001, 00:00:00.0010000",
            "100.00:00:00, 100.00:00:00", "0.12:34:56.7, 12:34:56.7000000", "2, 2.00:00:00", "' 1d ', 1.00:00:00",
            "0.0000001s, 00:00:00.0000001", "00:00:00.123456789, 00:00:00.1234567"})
    void readsAndPrints(String source, String expected) {
        assertThat(Timespans.format(Timespans.parse(source).orElseThrow())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.5", "1w", "100ns", "1us", "25:00:00", "00:60:00", "00:00:60", "d", "1 d 2 h",
            "1:2:3:4",
            "99999999.00:00:00", "99999999999999d", "nonsense", "--1d"})
    void refusesTheRest(String source) {
        assertThat(Timespans.parse(source)).isEmpty();
    }

    @Test
    void printsTheBounds() {
        assertThat(Timespans.format(Long.MIN_VALUE)).isEqualTo("-10675199.02:48:05.4775808");
        assertThat(Timespans.format(Long.MAX_VALUE)).isEqualTo("10675199.02:48:05.4775807");
        assertThat(Timespans.format(0)).isEqualTo("00:00:00");
    }

    @Test
    void knowsUnitsByName() {
        assertThat(Timespans.ticksOfUnit("milliseconds")).hasValue(DateTimes.TICKS_PER_MILLISECOND);
        assertThat(Timespans.ticksOfUnit("week")).isEmpty();
    }
}

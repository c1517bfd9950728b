package dev.harrier.kql.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinsTest {

    @ParameterizedTest
    @CsvSource({"2007-03-09, 30d, 2007-02-14", "1955-11-05 06:15, 7d, 1955-10-31",
            "2020-06-15 13:45, 30m, 2020-06-15 13:30",
            "2020-01-02 12:00, 12h, 2020-01-02 12:00", "0001-01-01 00:00:00.0000001, 1d, 0001-01-01"})
    void alignsTimesToYearOne(String time, String size, String expected) {
        assertThat(Bins.bin(DateTimes.parse(time).getAsLong(), Timespans.parse(size).getAsLong()))
                .isEqualTo(DateTimes.parse(expected));
    }

    @Test
    void alignsToAFixedPoint() {
        long value = DateTimes.parse("2023-06-14 12:00").getAsLong();
        long fixed = DateTimes.parse("2023-01-01").getAsLong();
        assertThat(Bins.binAt(value, DateTimes.TICKS_PER_WEEK, fixed)).isEqualTo(DateTimes.parse("2023-06-11"));
        assertThat(Bins.binAt(-7, 5, 2)).hasValue(-8);
        assertThat(Bins.binAt(6.5, 2.5, 7)).hasValue(4.5);
    }

    @Test
    void roundsNegativesDown() {
        assertThat(Bins.bin(-5, 2)).hasValue(-6);
        assertThat(Bins.bin(-5.5, 2.0)).hasValue(-6.0);
        assertThat(Bins.bin(-1.5, 1)).hasValue(-2.0);
        assertThat(Bins.bin(new BigDecimal("-5.5"), new BigDecimal("2"))).isEqualByComparingTo("-6");
    }

    @Test
    void isNullForSizesThatAreNotPositiveAndBeyondTheRange() {
        assertThat(Bins.bin(5, 0)).isEmpty();
        assertThat(Bins.bin(5, -1)).isEmpty();
        assertThat(Bins.bin(5.0, -1.0)).isEmpty();
        assertThat(Bins.bin(5.0, Double.NaN)).isEmpty();
        assertThat(Bins.bin(BigDecimal.ONE, BigDecimal.ZERO)).isNull();
        assertThat(Bins.bin(Long.MIN_VALUE + 1, 1000)).isEmpty();
        assertThat(Bins.binAt(Long.MIN_VALUE + 1, Long.MAX_VALUE, 2)).isEmpty();
    }

    @Test
    void bringsTypesTogether() {
        assertThat(Bins.bin(ScalarType.REAL, 5.5, ScalarType.LONG, 2L)).isEqualTo(4.0);
        assertThat(Bins.bin(ScalarType.INT, 5L, ScalarType.INT, 2L)).isEqualTo(4L);
        assertThat(Bins.bin(ScalarType.INT, null, ScalarType.INT, 2L)).isNull();
        assertThat(Bins.resultType(ScalarType.INT, ScalarType.INT)).hasValue(ScalarType.LONG);
        assertThat(Bins.resultType(ScalarType.DATETIME, ScalarType.TIMESPAN)).hasValue(ScalarType.DATETIME);
        assertThat(Bins.resultType(ScalarType.DATETIME, ScalarType.LONG)).isEmpty();
        assertThatThrownBy(() -> Bins.bin(ScalarType.STRING, "a", ScalarType.LONG, 1L))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

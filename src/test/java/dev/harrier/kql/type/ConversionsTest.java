package dev.harrier.kql.type;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.GUID;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ConversionsTest {

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"0xFF, 255, 255", "0X1f, 31, 31", "0x7FFFFFFF, 2147483647, 2147483647",
            "0xFFFFFFFFFFFFFFFF, null, -1", "-0x10, null, null", "'  42  ', 42, 42", "3.14, null, null",
            "'', null, null",
            "2147483648, null, 2147483648", "-2147483648, -2147483648, -2147483648", "9223372036854775808, null, null",
            "-9223372036854775808, null, -9223372036854775808", "+5, 5, 5", "1_000, null, null", "1e3, null, null",
            "٣, null, null", "0x, null, null"})
    void readsWholeNumbers(String text, Long asInt, Long asLong) {
        assertThat(Conversions.toInt(STRING, text)).isEqualTo(asInt);
        assertThat(Conversions.toLong(STRING, text)).isEqualTo(asLong);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"1.5e10, 15000000000", "0.0001, 0.0001", "-0, -0.0", "1_000, null",
            "Inf, Infinity",
            "NaN, NaN", "nan, NaN", "INF, null", "-inf, -Infinity", "+Infinity, Infinity", "0b101, null",
            "'  3.14  ', 3.14", "'', null", "x, null", "1d, null", "0x1p3, null", ".5, 0.5", "5., 5.0"})
    void readsReals(String text, Double expected) {
        assertThat(Conversions.toReal(STRING, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"true, true", "True, true", "FALSE, false", "1, true", "0, false",
            "-1, true", "yes, null",
            "'', null", "1.5, null"})
    void readsBooleans(String text, Boolean expected) {
        assertThat(Conversions.toBool(STRING, text)).isEqualTo(expected);
    }

    @Test
    void cutsRealsTowardsZeroAndHoldsThemAtTheBounds() {
        assertThat(Conversions.toInt(REAL, -2.9)).isEqualTo(-2);
        assertThat(Conversions.toLong(REAL, 9.99)).isEqualTo(9);
        assertThat(Conversions.toLong(REAL, 0x1p63)).isEqualTo(Long.MAX_VALUE);
        assertThat(Conversions.toLong(REAL, Double.POSITIVE_INFINITY)).isNull();
        assertThat(Conversions.toLong(REAL, Double.NaN)).isNull();
    }

    @Test
    void wrapsLongsIntoInts() {
        assertThat(Conversions.toInt(LONG, 2_147_483_648L)).isEqualTo(-2_147_483_648L);
        assertThat(Conversions.toInt(LONG, -2_147_483_649L)).isEqualTo(2_147_483_647L);
    }

    @Test
    void convertsDynamicByItsKind() {
        assertThat(Conversions.toInt(DYNAMIC, new Dynamic.Int(2_147_483_648L))).isEqualTo(-2_147_483_648L);
        assertThat(Conversions.toInt(DYNAMIC, new Dynamic.Int(Long.MAX_VALUE))).isEqualTo(-1);
        assertThat(Conversions.toInt(DYNAMIC, new Dynamic.Real(Double.MAX_VALUE))).isEqualTo(Integer.MAX_VALUE);
        assertThat(Conversions.toLong(DYNAMIC, new Dynamic.Real(Double.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
        assertThat(Conversions.toLong(DYNAMIC, new Dynamic.Real(5e-324))).isZero();
        assertThat(Conversions.toInt(DYNAMIC, new Dynamic.Text("1.5"))).isNull();
        assertThat(Conversions.toInt(DYNAMIC, new Dynamic.Bool(true))).isEqualTo(1);
        assertThat(Conversions.toBool(DYNAMIC, new Dynamic.Text("true"))).isTrue();
        assertThat(Conversions.toReal(DYNAMIC, DynamicJson.parse("[1]").value())).isNull();
        assertThat(Conversions.toDateTime(DYNAMIC, new Dynamic.Text("0001-01-02"))).isEqualTo(DateTimes.TICKS_PER_DAY);
    }

    @Test
    void takesNumbersAsTicks() {
        assertThat(Conversions.toDateTime(LONG, 1L)).isEqualTo(1);
        assertThat(Conversions.toDateTime(REAL, 1.5)).isEqualTo(1);
        assertThat(Conversions.toDateTime(LONG, -1L)).isNull();
        assertThat(Conversions.toLong(DATETIME, DateTimes.parse("2020-01-01").getAsLong()))
                .isEqualTo(637_134_336_000_000_000L);
        assertThat(Conversions.toTimespan(STRING, "1.02:03:04.5")).isEqualTo(937_845_000_000L);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"0123456789abcdef0123456789abcdef, 01234567-89ab-cdef-0123-456789abcdef",
            "0123456789ab-cdef-0123-456789abcdef, 01234567-89ab-cdef-0123-456789abcdef",
            "{01234567-89AB-cdef-0123-456789abcdef}, 01234567-89ab-cdef-0123-456789abcdef",
            "a string that is not a guid, null",
            "01234567--89abcdef0123456789abcdef, null", "0123456789abcdef0123456789abcde, null", "'', null"})
    void readsGuids(String text, UUID expected) {
        assertThat(Conversions.toGuid(STRING, text)).isEqualTo(expected);
    }

    @Test
    void readsDecimalsExactly() {
        assertThat(Conversions.toDecimal(STRING, "3.14159265358979323846"))
                .isEqualByComparingTo("3.14159265358979323846");
        assertThat(Conversions.toDecimal(REAL, 0.1)).isEqualByComparingTo("0.1");
        assertThat(Conversions.toDecimal(STRING, "abc")).isNull();
        assertThat(Conversions.toDecimal(STRING, "1e99999")).isNull();
        assertThat(Conversions.toDecimal(REAL, Double.NaN)).isNull();
        assertThat(Conversions.toInt(DECIMAL, new BigDecimal("9.99"))).isEqualTo(9);
        assertThat(Conversions.toLong(DECIMAL, new BigDecimal("1e6000"))).isNull();
        assertThat(Conversions.toLong(DECIMAL, new BigDecimal("1e-6000"))).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1.0, 1.0", "1500, 1500.0", "0.0, 0.0", "-0.0, -0.0", "0.1, 0.1", "-2.5, -2.5",
            "1e20, 100000000000000000000.0",
            "1e21, 1e21", "1.5e-7, 1.5e-7", "0.00001, 0.00001", "0.30000000000000004, 0.30000000000000007",
            "0.3333333333333333, 0.3333333333333333", "40.764323000000005, 40.764323000000008", "4.9e-324, 5e-324",
            "1.7976931348623157e308, 1.7976931348623157e308", "NaN, NaN", "Infinity, inf", "-Infinity, -inf"})
    void printsReals(double value, String expected) {
        assertThat(Conversions.toText(REAL, value)).isEqualTo(expected);
    }

    @Test
    void printsRealsSoThatTheyReadBack() {
        Random random = new Random(7);
        for (int i = 0; i < 200_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(Conversions.realText(value))).isEqualTo(value);
            }
        }
    }

    @Test
    void printsEveryType() {
        assertThat(Conversions.toText(BOOL, true)).isEqualTo("True");
        assertThat(Conversions.toText(DYNAMIC, new Dynamic.Bool(true))).isEqualTo("true");
        assertThat(Conversions.toText(DYNAMIC, new Dynamic.Text("a\"b"))).isEqualTo("a\"b");
        assertThat(Conversions.toText(DYNAMIC, DynamicJson.parse("[\"a\", 1.0]").value())).isEqualTo("[\"a\",1.0]");
        assertThat(Conversions.toText(DATETIME, 0L)).isEqualTo("0001-01-01T00:00:00.0000000Z");
        assertThat(Conversions.toText(TIMESPAN, 937_845_000_000L)).isEqualTo("1.02:03:04.5000000");
        assertThat(Conversions.toText(GUID, new UUID(0, 1))).isEqualTo("00000000-0000-0000-0000-000000000001");
        assertThat(Conversions.toText(DECIMAL, new BigDecimal("1.10"))).isEqualTo("1.1");
        assertThat(Conversions.toText(DECIMAL, new BigDecimal("-0.0"))).isEqualTo("0");
        assertThat(Conversions.toText(INT, 5L)).isEqualTo("5");
    }

    @ParameterizedTest
    @EnumSource(ScalarType.class)
    void convertsNullToNullAndToEmptyText(ScalarType from) {
        for (ScalarType to : ScalarType.values()) {
            assertThat(Conversions.convert(from, null, to)).isEqualTo(to == STRING ? "" : null);
        }
    }
}

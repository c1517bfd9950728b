package dev.harrier.kql.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DynamicsTest {

    private static Dynamic json(String text) {
        DynamicJson.Parsed parsed = DynamicJson.parseLiteral(text);
        assertThat(parsed.valid()).as(text).isTrue();
        return parsed.value();
    }

    @Test
    void followsPaths() {
        Dynamic value = json("{'a':{'b':[10,20,30]},'A':1}");
        Dynamic list = Dynamics.property(Dynamics.property(value, "a"), "b");
        assertThat(Dynamics.element(list, 0)).isEqualTo(new Dynamic.Int(10));
        assertThat(Dynamics.element(list, -1)).isEqualTo(new Dynamic.Int(30));
        assertThat(Dynamics.element(list, 3)).isNull();
        assertThat(Dynamics.element(list, -4)).isNull();
        assertThat(Dynamics.element(list, Long.MIN_VALUE)).isNull();
        assertThat(Dynamics.element(value, 0)).isNull();
        assertThat(Dynamics.property(list, "a")).isNull();
        assertThat(Dynamics.property(value, "B")).isNull();
        assertThat(Dynamics.property(null, "a")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"null|null", "[1]|array", "{}|dictionary", "true|bool",
            "1|long", "1.5|double", "'x'|string", "datetime(2020-01-01)|datetime", "1h|timespan",
            "guid(0123456789abcdef0123456789abcdef)|guid", "decimal(1)|decimal"})
    void namesTypes(String text, String type) {
        assertThat(Dynamics.typeName(json(text))).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"1|1.0|true", "1|2|false", "1|'1'|false",
            "null|null|true",
            "null|0|false", "[1,2]|[1.0,2]|true", "[1,2]|[2,1]|false", "[1]|[1,null]|false",
            "{'a':1,'b':null}|{'b':null,'a':1.0}|true", "{'a':null}|{'b':null}|false", "real(nan)|real(nan)|true",
            "9007199254740993|9007199254740992.0|false", "decimal(1.50)|1.5|true", "true|1|false"})
    void comparesDeeply(String left, String right, boolean expected) {
        assertThat(Dynamics.equal(json(left), json(right))).isEqualTo(expected);
        assertThat(Dynamics.compare(json(left), json(right)) == 0).isEqualTo(expected);
        if (expected) {
            assertThat(Dynamics.hash(json(left))).isEqualTo(Dynamics.hash(json(right)));
        }
    }

    @Test
    void wrapsTypedValuesAndUnwrapsThem() {
        assertThat(Dynamics.of(ScalarType.LONG, null)).isNull();
        assertThat(Dynamics.of(ScalarType.STRING, "1")).isEqualTo(new Dynamic.Text("1"));
        assertThat(Dynamics.of(ScalarType.DATETIME, 5L)).isEqualTo(new Dynamic.DateTime(5));
        assertThat(Dynamics.scalar(new Dynamic.Decimal(BigDecimal.ONE))).isEqualTo(BigDecimal.ONE);
        assertThat(Dynamics.number(new Dynamic.Text("1"))).isNull();
        assertThat(Dynamics.number(new Dynamic.Int(1))).isEqualTo(1L);
    }

    @Test
    void castsWithParsingAndConformsWithout() {
        Dynamic text = new Dynamic.Text("5");
        assertThat(Dynamics.cast(ScalarType.LONG, text)).isEqualTo(5L);
        assertThat(Dynamics.to(ScalarType.LONG, text)).isNull();
        assertThat(Dynamics.to(ScalarType.REAL, new Dynamic.Int(2))).isEqualTo(2.0);
        assertThat(Dynamics.to(ScalarType.BOOL, new Dynamic.Int(1))).isNull();
        assertThat(Dynamics.to(ScalarType.STRING, json("[1]"))).isEqualTo("[1]");
        assertThat(Dynamics.to(ScalarType.STRING, null)).isEqualTo("");
        assertThat(Dynamics.to(ScalarType.LONG, null)).isNull();
        assertThat(Dynamics.to(ScalarType.DYNAMIC, text)).isEqualTo(text);
    }
}

package dev.harrier.kql.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DynamicJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "{}", "[1,null,[2.5,\"x\"]]", "{\"b\":1,\"a\":{\"c\":[true,false]}}",
            "-9223372036854775808", "\"\\\"\\\\\\n\\u0001é😀/\""})
    void keepsCompactTextAsItIs(String text) {
        DynamicJson.Parsed parsed = DynamicJson.parse(text);
        assertThat(parsed.valid()).isTrue();
        assertThat(DynamicJson.write(parsed.value())).isEqualTo(text);
        assertThat(DynamicJson.parseLiteral(text).value()).isEqualTo(parsed.value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1.0                  | 1.0
            1e2                  | 100.0
            9223372036854775808  | 9223372036854776000.0
            {"a":1,"b":2,"a":3}  | {"a":3,"b":2}
            [ 1 , 2 ]            | [1,2]
            """)
    void normalises(String text, String expected) {
        assertThat(DynamicJson.write(DynamicJson.parse(text).value())).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not json", "{'a':1}", "[1,]", "[1", "1 2", "NaN", "01", "1e999", "{\"a\"}"})
    void refusesWhatIsNotJson(String text) {
        assertThat(DynamicJson.parse(text).valid()).isFalse();
    }

    @Test
    void parseJsonKeepsTextThatIsNotJson() {
        assertThat(DynamicJson.parseJson("not json")).isEqualTo(new Dynamic.Text("not json"));
        assertThat(DynamicJson.parseJson("")).isNull();
        assertThat(DynamicJson.parseJson("null")).isNull();
        assertThat(DynamicJson.parseJson("\"hello\"")).isEqualTo(new Dynamic.Text("hello"));
    }

    @Test
    void refusesDeepTextInsteadOfOverflowing() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThat(DynamicJson.parse(deep).valid()).isFalse();
        assertThat(DynamicJson.parseLiteral(deep).valid()).isFalse();
        String allowed = "[".repeat(900) + "]".repeat(900);
        assertThat(DynamicJson.write(DynamicJson.parse(allowed).value())).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'key1': 123, "b": 'x"y'}                         | {"key1":123,"b":"x\\"y"}
            [1, 2.0, -3e2, null, true]                        | [1,2.0,-300.0,null,true]
            [datetime(2020-01-01), datetime("01-01-2022")]    | ["2020-01-01T00:00:00.0000000Z","2022-01-01T00:00:00.0000000Z"]
            [1.5h, timespan(2d), time(00:01:00)]              | ["01:30:00","2.00:00:00","00:01:00"]
            [datetime(null), long(5), int(0xFF), real(nan)]   | [null,5,255,"NaN"]
            guid(0123456789abcdef0123456789abcdef)            | "01234567-89ab-cdef-0123-456789abcdef"
            [@'a\\b', "\\u0041"]                              | ["a\\\\b","A"]
            dynamic([1])                                      | [1]
            [-1.5,1,2.5]                                      | [-1.5,1,2.5]
            """)
    void readsLiterals(String body, String expected) {
        DynamicJson.Parsed parsed = DynamicJson.parseLiteral(body.replace("\\\\", "\\"));
        assertThat(parsed.valid()).as("at %d", parsed.position()).isTrue();
        assertThat(DynamicJson.write(parsed.value()))
                .isEqualTo(expected.replace("\\\\", "\\").replace("a\\b", "a\\\\b"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1,]                 | 3
            {a:1}                | 1
            [1 2]                | 3
            ["x]                 | 4
            datetime(nonsense)   | 9
            unknown(1)           | 7
            1-2                  | 1
            [1]]                 | 3
            """)
    void saysWhereALiteralBreaks(String body, int position) {
        DynamicJson.Parsed parsed = DynamicJson.parseLiteral(body);
        assertThat(parsed.valid()).isFalse();
        assertThat(parsed.position()).isEqualTo(position);
    }

    @Test
    void writesWhatJsonDoesNotKnowAsText() {
        List<Dynamic> elements = new ArrayList<>(Arrays.asList(new Dynamic.DateTime(0),
                new Dynamic.TimeSpan(20_000_000), new Dynamic.Decimal(new BigDecimal("1.50")),
                new Dynamic.Real(Double.NaN), new Dynamic.Real(-0.0), null));
        assertThat(DynamicJson.write(new Dynamic.Array(elements)))
                .isEqualTo("[\"0001-01-01T00:00:00.0000000Z\",\"00:00:02\",\"1.5\",\"NaN\",-0.0,null]");
    }
}

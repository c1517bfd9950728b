package dev.harrier.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.harrier.ingest.EventReader.Format;

class EventReaderTest {
    private static final int MOST = 1000;

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1}{\"a\":2}", "{\"a\":1}\n{\"a\":2}", "[{\"a\":1},{\"a\":2}]",
            "{\"records\":[{\"a\":1},{\"a\":2}]}", "{\"Records\":[\n{\"a\":1}\n,\n{\"a\":2}\n]\n}",
            "{\"@odata.context\":\"x\",\n\"value\":[{\"a\":1},{\"a\":2}],\n\"@odata.nextLink\":\"y\"}",
            "{\n  \"a\": 1\n}\n{\n  \"a\": 2\n}\n", "[{\"a\":1}]\n\n{\"records\":[{\"a\":2}]}\r\n",
            "{\"records\":[\n{\"a\":1}\n]}\n{\"a\":2}"})
    void findsTheEventsOfEveryForm(String body) throws Exception {
        assertThat(read(body, Format.JSON)).containsExactly("1:{\"a\":1}", "2:{\"a\":2}");
    }

    @Test
    void aBrokenLineIsPassedOver() throws Exception {
        assertThat(read("{\"a\":1}\n{\"a\":\n{\"a\":2}", Format.JSON)).containsExactly("1:{\"a\":1}", "2!{\"a\":",
                "3:{\"a\":2}");
        assertThat(read("{\"a\":oops}\n{\"a\":2}", Format.JSON)).containsExactly("1!{\"a\":oops}", "2:{\"a\":2}");
        assertThat(read("{\"a\":1\n{\"a\":2}", Format.JSON)).containsExactly("1!{\"a\":1", "2:{\"a\":2}");
        assertThat(read("{\"a\":1}{\"b", Format.LINES)).containsExactly("1:{\"a\":1}", "2!{\"b");
    }

    @Test
    void aBrokenArrayEndsTheBodyAndSaysWhere() {
        assertThatThrownBy(() -> read("[\n{\"a\":1},\n{\"a\" 2}]", Format.JSON)).isInstanceOfSatisfying(
                MalformedStream.class, place -> assertThat(place.line()).isEqualTo(3));
    }

    @Test
    void anEndlessEventIsRefused() throws Exception {
        String endless = "{\"a\":\"" + "x".repeat(100 * MOST) + "\"}";
        assertThat(read(endless + "\n{\"a\":2}", Format.LINES)).hasSize(2).last().isEqualTo("2:{\"a\":2}");
        assertThatThrownBy(() -> read("[\n" + endless + "]", Format.JSON)).isInstanceOf(MalformedStream.class)
                .hasMessageContaining("longer than");
    }

    @Test
    void tablesOfText() throws Exception {
        assertThat(read("\uFEFFa,\"b [UTC]\"\r\n1,\"x\ny\"\r\n,2\r\n1,2,3\r\n", Format.CSV)).containsExactly(
                "1:{\"a\":\"1\",\"b [UTC]\":\"x\\ny\"}", "2:{\"b [UTC]\":\"2\"}", "3!1,2,3");
    }

    private static List<String> read(String body, Format format) throws IOException, MalformedStream {
        EventReader reader = EventReader.open(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), format,
                MOST);
        List<String> found = new ArrayList<>();
        Optional<ReadEvent> next = reader.next();
        while (next.isPresent()) {
            found.add(switch (next.get()) {
                case ReadEvent.Parsed parsed -> parsed.position().record() + ":" + parsed.json();
                case ReadEvent.Malformed malformed -> malformed.position().record() + "!"
                        + new String(malformed.raw(), StandardCharsets.UTF_8);
            });
            next = reader.next();
        }
        return found;
    }
}

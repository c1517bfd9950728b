package dev.harrier.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataCommandTest {
    private final ObjectMapper mapper = new ObjectMapper();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void writesEventsAndTruth() throws IOException {
        Path events = folder.resolve("events.ndjson");
        Path truth = folder.resolve("truth.json");

        int code = run("--events", "20000", "--days", "4", "--end", "2026-02-11T15:37:21Z", "--out", events.toString(),
                "--truth", truth.toString());

        assertThat(code).isZero();
        List<String> lines = Files.readAllLines(events);
        assertThat(lines).hasSizeGreaterThan(20_000);
        int rows = 0;
        for (String line : lines) {
            JsonNode json = mapper.readTree(line);
            if (json.has("row")) {
                rows++;
                assertThat(json.path("row").path("Type").asText()).isEqualTo(json.path("table").asText());
            } else {
                assertThat(json.path("properties").isObject()).isTrue();
            }
        }
        assertThat(rows).isPositive();
        JsonNode incident = mapper.readTree(truth.toFile()).get(0);
        assertThat(incident.properties()).extracting(Map.Entry::getKey).containsExactly("kind", "id", "label",
                "tables", "entities", "start", "end", "asOf", "eventIds", "events", "slow", "note");
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("100 %", "kinds of attack", "SigninLogs");
    }

    @Test
    void saysWhatIsWrongWithTheArguments() {
        assertThat(run("--events", "many", "--out", "x")).isEqualTo(2);
        assertThat(run("--size", "1")).isEqualTo(2);
        assertThat(run("--events")).isEqualTo(2);
        assertThat(run("--events", "20000")).isEqualTo(2);
        assertThat(run("--end", "yesterday", "--out", "x")).isEqualTo(2);
        assertThat(run("--mix", "1,2", "--out", "x")).isEqualTo(2);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("--events must be a number, not many",
                "unknown argument --size", "--events needs a value", "--out is missing", "--mix needs four numbers");
    }

    @Test
    void saysWhenAFileCannotBeWritten() {
        assertThat(run("--events", "20000", "--out", folder.resolve("missing/events.ndjson").toString())).isEqualTo(1);
    }

    private int run(String... args) {
        return SampleDataCommand.run(args, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }
}

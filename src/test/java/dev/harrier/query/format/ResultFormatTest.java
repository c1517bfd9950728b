package dev.harrier.query.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Each format writes each type as its golden file has it; the files are in {@code src/test/resources/query/format}. */
class ResultFormatTest {
    private static final String EVERY_TYPE = """
            datatable(b: bool, i: int, l: long, r: real, d: decimal, s: string, t: datetime, p: timespan, g: guid, o: dynamic)
            [
              true, 1, 9223372036854775807, 1.5, decimal(12.340), "plain", datetime(2026-03-01T10:00:00.1234567Z),
                timespan(1.02:03:04.5), guid(74be27de-1e4e-49d9-b579-fe0b331d3642), dynamic({"a": [1, null, {"b": "c"}], "n": 1.0}),
              false, -2147483648, -9223372036854775808, real(nan), decimal(-0.00000000000000000001), 'a "quoted", \\n word',
                datetime(0001-01-01), -1tick, guid(00000000-0000-0000-0000-000000000000), dynamic("text"),
              bool(null), int(null), long(null), real(null), decimal(null), "", datetime(null), timespan(null),
                guid(null), dynamic(null),
              true, 0, 0, real(+inf), decimal(0), "=1+1\\r\\nüñí 😀", datetime(9999-12-31T23:59:59.9999999Z), 0s,
                guid(ffffffff-ffff-ffff-ffff-ffffffffffff), dynamic([]),
              true, 0, 0, real(-inf), decimal(1e20), "  spaces\\t ", datetime(1970-01-01), 10675199d,
                guid(ffffffff-ffff-ffff-ffff-ffffffffffff), dynamic("a \\"quoted\\" text")
            ]""";

    private static String write(ResultFormat format, String query, QueryOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryExecution execution = new KqlEngine(Tables.NONE).run(query, options)) {
            format.write(execution, out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = ResultFormatTest.class.getResourceAsStream("/query/format/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void json() throws IOException {
        String written = write(new JsonFormat(), EVERY_TYPE, QueryOptions.DEFAULT)
                .replaceAll("\"statistics\":\\{[^}]*}", "\"statistics\":{}").replace("],[", "],\n[");
        assertThat(written + "\n").isEqualTo(golden("every-type.json"));
    }

    @Test
    void ndjson() throws IOException {
        assertThat(write(new NdjsonFormat(), EVERY_TYPE, QueryOptions.DEFAULT)).isEqualTo(golden("every-type.ndjson"));
    }

    @Test
    void csv() throws IOException {
        assertThat(write(new CsvFormat(), EVERY_TYPE, QueryOptions.DEFAULT)).isEqualTo(golden("every-type.csv"));
    }

    @Test
    void severalTablesAndAVisualization() throws IOException {
        String written = write(new JsonFormat(), "print a = 1 | render piechart with (title = 'T'); print b = 'x'",
                QueryOptions.DEFAULT);
        assertThat(written).startsWith("{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":\"a\",\"type\":"
                + "\"long\"}],\"rows\":[[1]],\"visualization\":{\"kind\":\"piechart\",\"title\":[\"T\"]}},")
                .contains("\"columns\":[{\"name\":\"b\",\"type\":\"string\"}],\"rows\":[[\"x\"]]}],");
    }

    @Test
    void noRows() throws IOException {
        String none = "print a = 1, b = 'x' | where a > 1";
        assertThat(write(new CsvFormat(), none, QueryOptions.DEFAULT)).isEqualTo("a,b\r\n");
        assertThat(write(new NdjsonFormat(), none, QueryOptions.DEFAULT))
                .isEqualTo("{\"_status\":{\"complete\":true,\"rows\":0}}\n");
        assertThat(write(new JsonFormat(), none, QueryOptions.DEFAULT)).contains("\"rows\":[]");
    }

    @Test
    void ndjsonSaysThatRowsAreMissing() throws IOException {
        String written = write(new NdjsonFormat(), "range x from 1 to 10 step 1",
                QueryOptions.DEFAULT.withResultLimits(4, 1_000_000).withPageSize(2));
        assertThat(written.lines().toList().getLast()).contains("\"complete\":false", "E_QUERY_RESULT_SET_TOO_LARGE");
    }
}

package dev.harrier.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Generates sample data into memory for the tests of this package. */
final class GeneratedSample {
    static final Instant END = Instant.parse("2026-02-11T15:37:21Z");

    /** One event as it was sent: record or row. */
    record Sent(String table, boolean row, JsonNode json) {
        String time() {
            return json.path(row ? "TimeGenerated" : "time").asText();
        }
    }

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Sent> events = new ArrayList<>();
    private final SampleReport report;

    private GeneratedSample(SampleOptions options) throws IOException {
        this.report = SampleData.generate(options, new SampleSink() {
            @Override
            public void diagnosticRecord(String table, byte[] json) throws IOException {
                events.add(new Sent(table, false, mapper.readTree(json)));
            }

            @Override
            public void tableRow(String table, byte[] json) throws IOException {
                events.add(new Sent(table, true, mapper.readTree(json)));
            }
        });
    }

    static GeneratedSample of(SampleOptions options) throws IOException {
        return new GeneratedSample(options);
    }

    static SampleOptions options(long events, long seed, int days) {
        return new SampleOptions(events, seed, END, days, Set.of(), StreamMix.USUAL);
    }

    /** Fingerprint of all bytes, of everything or of one table only. */
    static String fingerprint(SampleOptions options, String table) throws IOException {
        MessageDigest digest = sha();
        SampleReport report = SampleData.generate(options, new SampleSink() {
            @Override
            public void diagnosticRecord(String of, byte[] json) {
                tableRow(of, json);
            }

            @Override
            public void tableRow(String of, byte[] json) {
                if (table.isEmpty() || table.equals(of)) {
                    digest.update(json);
                    digest.update((byte) '\n');
                }
            }
        });
        if (table.isEmpty()) {
            digest.update(report.incidents().toString().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    List<Sent> events() {
        return events;
    }

    SampleReport report() {
        return report;
    }

    private static MessageDigest sha() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.harrier.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Writes one JSON object per line: diagnostic records as they are, rows of companion tables as
 * {@code {"table":"Syslog","row":{…}}}.
 */
public final class NdjsonSink implements SampleSink {
    private final OutputStream out;
    private final LongConsumer done;

    /**
     * @param out
     *            not closed here; give it a buffer
     * @param done
     *            told how many sign-ins have been written
     */
    public NdjsonSink(OutputStream out, LongConsumer done) {
        this.out = out;
        this.done = done;
    }

    @Override
    public void diagnosticRecord(String table, byte[] json) throws IOException {
        out.write(json);
        out.write('\n');
    }

    @Override
    public void tableRow(String table, byte[] json) throws IOException {
        out.write(("{\"table\":\"" + table + "\",\"row\":").getBytes(StandardCharsets.UTF_8));
        out.write(json);
        out.write('}');
        out.write('\n');
    }

    @Override
    public void progress(long signIns, long total) {
        done.accept(signIns);
    }
}

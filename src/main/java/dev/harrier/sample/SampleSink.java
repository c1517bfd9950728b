package dev.harrier.sample;

import java.io.IOException;

/** Receives sample data in order of time. Called from one thread; an exception ends the generation. */
public interface SampleSink {
    /**
     * A diagnostic-settings record: one JSON object in UTF-8 with {@code time}, {@code category}, {@code properties}.
     *
     * @param table
     *            the table it belongs to, as the category says too
     */
    void diagnosticRecord(String table, byte[] json) throws IOException;

    /** A row of a companion table in column form: one JSON object in UTF-8, keys are column names. */
    void tableRow(String table, byte[] json) throws IOException;

    /**
     * Called now and then.
     *
     * @param done
     *            sign-ins so far
     * @param total
     *            sign-ins in the end
     */
    default void progress(long done, long total) {}
}

package dev.harrier.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads the events of a body one by one, in bounded memory however long the body is. */
interface EventReader {
    /** What a body is made of. */
    enum Format {
        /** One value, an envelope, an array, or one of these per line: found out from the first lines. */
        JSON,
        /** One value per line. */
        LINES,
        /** A table of text with a header. */
        CSV
    }

    /**
     * The next event, or empty at the end.
     *
     * @throws MalformedStream if what follows cannot be told apart any more
     * @throws IOException if the body breaks off
     */
    Optional<ReadEvent> next() throws IOException, MalformedStream;

    /** @param maxEventBytes longest event that is read */
    static EventReader open(InputStream body, Format format, int maxEventBytes) throws IOException {
        return switch (format) {
            case CSV -> new CsvReader(body, maxEventBytes);
            case LINES -> new LineReader(new LineInput(body), maxEventBytes);
            case JSON -> {
                LineInput input = new LineInput(body);
                yield FirstLines.areComplete(input)
                        ? new LineReader(input, maxEventBytes)
                        : new StreamReader(input, maxEventBytes);
            }
        };
    }
}

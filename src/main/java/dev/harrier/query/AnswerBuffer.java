package dev.harrier.query;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes that are written once and then read, in memory as long as they are few: a file for every small answer would take
 * longer than many a query. Not for several threads at a time.
 */
final class AnswerBuffer extends OutputStream {
    /** As many as a slow client may hold on to without its query's slot. */
    static final int MOST_IN_MEMORY = 256 * 1024;
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream toFile;

    @Override
    public void write(int value) throws IOException {
        write(new byte[]{(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (toFile == null && memory.size() + length > MOST_IN_MEMORY) {
            spill();
        }
        if (toFile == null) {
            memory.write(bytes, offset, length);
        } else {
            toFile.write(bytes, offset, length);
        }
    }

    private void spill() throws IOException {
        file = Files.createTempFile("harrier-answer-", ".tmp");
        toFile = Files.newOutputStream(file, StandardOpenOption.WRITE);
        memory.writeTo(toFile);
        memory = null;
    }

    /** Ends the writing. */
    @Override
    public void close() throws IOException {
        if (toFile != null) {
            toFile.close();
        }
    }

    /** Everything written, from the beginning. */
    InputStream read() throws IOException {
        return file == null ? new ByteArrayInputStream(memory.toByteArray()) : Files.newInputStream(file);
    }

    /** Everything written, as a file; from now on it is no longer in memory. */
    Path file() throws IOException {
        if (file == null) {
            spill();
            toFile.close();
        }
        return file;
    }

    void delete() {
        try {
            close();
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftBehind) {
            file.toFile().deleteOnExit();
        }
    }
}

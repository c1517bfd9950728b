package dev.harrier.query;

import dev.harrier.kql.page.QueryFailure;
import dev.harrier.query.format.ResultFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The answer of a query that must be whole before its first byte is sent, so that a failure is an error and not half an
 * answer. Kept in a temporary file, which is gone when it is closed.
 */
final class QueryAnswer implements AutoCloseable {
    private final Path file;

    private QueryAnswer(Path file) {
        this.file = file;
    }

    /**
     * Reads the query to its end.
     *
     * @throws QueryFailure if the query fails
     */
    static QueryAnswer of(QueryRun run, ResultFormat format) {
        try {
            Path file = Files.createTempFile("harrier-answer-", ".tmp");
            QueryAnswer answer = new QueryAnswer(file);
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                format.write(run.execution(), out);
                return answer;
            } catch (IOException | RuntimeException e) {
                answer.close();
                throw e;
            }
        } catch (IOException e) {
            throw new QueryFailure.StorageFailed("the answer cannot be kept: " + e.getMessage(), e);
        }
    }

    void writeTo(OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(out);
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftBehind) {
            file.toFile().deleteOnExit();
        }
    }
}

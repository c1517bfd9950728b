package dev.harrier.query;

import dev.harrier.kql.page.QueryFailure;
import dev.harrier.query.format.ResultFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * The answer of a query that must be whole before its first byte is sent, so that a failure is an error and not half an
 * answer. A small one is kept in memory, a large one in a temporary file, which is gone when it is closed.
 */
final class QueryAnswer implements AutoCloseable {
    private final AnswerBuffer content;

    private QueryAnswer(AnswerBuffer content) {
        this.content = content;
    }

    /**
     * Reads the query to its end.
     *
     * @throws QueryFailure if the query fails
     */
    static QueryAnswer of(QueryRun run, ResultFormat format) {
        AnswerBuffer content = new AnswerBuffer();
        try (content) {
            format.write(run.execution(), content);
        } catch (IOException e) {
            content.delete();
            throw new QueryFailure.StorageFailed("the answer cannot be kept: " + e.getMessage(), e);
        } catch (RuntimeException e) {
            content.delete();
            throw e;
        }
        return new QueryAnswer(content);
    }

    void writeTo(OutputStream out) throws IOException {
        try (InputStream in = content.read()) {
            in.transferTo(out);
        }
    }

    /** The answer as a file, whatever its size. */
    Path file() {
        try {
            return content.file();
        } catch (IOException e) {
            throw new QueryFailure.StorageFailed("the answer cannot be kept: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        content.delete();
    }
}

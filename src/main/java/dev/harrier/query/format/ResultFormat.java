package dev.harrier.query.format;

import dev.harrier.kql.QueryExecution;
import java.io.IOException;
import java.io.OutputStream;

/** A way to write the answer of a query. */
public interface ResultFormat {

    /** The media type that asks for it, for example {@code text/csv}. */
    String mediaType();

    /** Whether rows may go out before the query has ended; a failure is then the last thing written. */
    boolean isStreamed();

    /**
     * Reads the query to its end and writes its tables.
     *
     * @throws dev.harrier.kql.page.QueryFailure if the query fails; what was written is then void, unless streamed
     */
    void write(QueryExecution execution, OutputStream out) throws IOException;
}

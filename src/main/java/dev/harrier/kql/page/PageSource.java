package dev.harrier.kql.page;

import dev.harrier.kql.type.Schema;

/**
 * A stream of pages that is pulled by its one reader. Both an operator's output and a storage scan are one.
 */
public interface PageSource extends AutoCloseable {

    /** The columns of every page. */
    Schema schema();

    /**
     * The next page, or {@code null} at the end. A page may be empty. May block on storage.
     *
     * @throws QueryFailure if a limit is reached, the query is cancelled, or storage fails
     */
    Page next();

    /** Frees what is held and ends work under way; called exactly once, also after a failure. */
    @Override
    void close();
}

package dev.harrier.ingest;

import dev.harrier.catalog.TableDescriptor;
import dev.harrier.catalog.Workspace;

/**
 * What the sender of a body says about it.
 *
 * @param table the table of rows in column form, or {@code null} when each event tells
 * @param tenant the tenant of events that do not name theirs, or {@code null}
 * @param connector which way the events come, for counts and dead letters
 * @param key tells this request from others; a repeated request of the same key repeats its events
 * @param visible whether queries must see the events when the request is answered
 */
public record IngestRequest(Workspace workspace, TableDescriptor table, String tenant, String connector, String key,
        boolean visible) {
    /** Events that somebody posted. */
    public static final String HTTP = "http";
    /** Dead letters that were taken in again. */
    public static final String REPLAY = "replay";
}

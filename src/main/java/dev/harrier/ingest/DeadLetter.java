package dev.harrier.ingest;

import java.time.Instant;

/**
 * An event that could not become a row.
 *
 * @param id 0 for one that is not stored yet
 * @param connector which way it came
 * @param table the table the sender named, or {@code null}
 * @param tenant the tenant the sender named, or {@code null}
 * @param sourcePosition what tells it apart where it has no identity of its own
 * @param event the bytes as they came
 */
public record DeadLetter(long id, Instant received, String connector, String table, String tenant, String reason,
        EventPosition position, String sourcePosition, byte[] event, int replays) {}

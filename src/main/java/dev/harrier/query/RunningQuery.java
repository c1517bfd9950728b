package dev.harrier.query;

import java.time.Instant;
import java.util.UUID;

/** A query that is running, as lists show it. */
public record RunningQuery(UUID id, Instant started, String query) {
    static RunningQuery of(QueryRun run) {
        return new RunningQuery(run.id(), run.started(), run.text());
    }
}

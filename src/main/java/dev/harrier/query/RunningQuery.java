package dev.harrier.query;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A query that is running, as lists show it. */
@Schema(requiredProperties = {"id", "started", "query"})
public record RunningQuery(UUID id, Instant started, @Schema(description = "Its text.") String query) {
    static RunningQuery of(QueryRun run) {
        return new RunningQuery(run.id(), run.started(), run.text());
    }
}

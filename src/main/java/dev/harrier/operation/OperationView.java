package dev.harrier.operation;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A long piece of work, as answers show it.
 *
 * @param kind such as {@code query}
 * @param state {@code running}, {@code succeeded}, {@code failed} or {@code cancelled}
 * @param progress in words, for people
 * @param ended when it ended, or {@code null}
 * @param result address of the result once it succeeded, or {@code null}
 * @param error why it failed, or {@code null}
 */
@Schema(name = "Operation", description = "A long piece of work.", requiredProperties = {"id", "kind", "state",
        "progress",
        "started", "ended", "result", "error"})
public record OperationView(UUID id, @Schema(examples = "query") String kind,
        @Schema(enumeration = {"running", "succeeded", "failed", "cancelled"}) String state,
        @Schema(description = "In words, for people.", examples = "120000 rows fetched") String progress,
        Instant started, @Schema(nullable = true, description = "When it ended.") Instant ended,
        @Schema(nullable = true, description = "Path of the result, once it succeeded.") String result,
        @Schema(nullable = true, description = "Why it failed.") String error){}

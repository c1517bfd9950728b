package dev.harrier.ingest;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of the events of a request.
 *
 * @param accepted events that are stored, durably
 * @param duplicates events that were stored before
 * @param rejected events in the dead letters
 * @param untimed accepted events without a time of their own; the time of taking in stands for it
 * @param nulledValues per column, how many values could not be read and were left out; the originals are kept
 * @param tables counts per table
 * @param rejections the first hundred rejections
 */
@Schema(description = "What became of the events of a request.", requiredProperties = {"accepted", "duplicates",
        "rejected",
        "untimed", "nulledValues", "tables", "rejections"})
public record IngestReport(@Schema(description = "Events that are stored, durably.") long accepted,
        @Schema(description = "Events that were stored before.") long duplicates,
        @Schema(description = "Events in the dead letters.") long rejected,
        @Schema(description = "Accepted events without a time; the time of taking in stands for it.") long untimed,
        @Schema(description = "Per column, how many values could not be read and were left out.") Map<String, Long> nulledValues,
        @Schema(description = "Counts per table.") Map<String, TableCount> tables,
        @Schema(description = "The first hundred rejections.") List<Rejection> rejections) {

    /** Counts of one table. */
    @Schema(requiredProperties = {"accepted", "duplicates"})
    public record TableCount(long accepted, long duplicates) {}

    /** Why one event was rejected, and where it was. */
    @Schema(requiredProperties = {"position", "reason"})
    public record Rejection(EventPosition position, String reason) {}
}

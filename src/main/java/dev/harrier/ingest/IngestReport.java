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
@Schema(description = "What became of the events of a request.")
public record IngestReport(long accepted, long duplicates, long rejected, long untimed,
        Map<String, Long> nulledValues, Map<String, TableCount> tables, List<Rejection> rejections) {

    /** Counts of one table. */
    public record TableCount(long accepted, long duplicates) {}

    /** Why one event was rejected, and where it was. */
    public record Rejection(EventPosition position, String reason) {}
}

package dev.harrier.ingest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where in a request an event is.
 *
 * @param record its ordinal, from 1
 * @param line the line it begins on, from 1
 * @param offset its first byte, from 0, after decompression
 */
@Schema(description = "Where in a request an event is.", requiredProperties = {"record", "line", "offset"})
public record EventPosition(@Schema(description = "Its ordinal, from 1.") long record,
        @Schema(description = "The line it begins on, from 1.") long line,
        @Schema(description = "Its first byte, from 0, after decompression.") long offset) {}

package dev.harrier.ingest;

import com.fasterxml.jackson.databind.JsonNode;

/** What a reader found next: an event, or something that is not JSON where one should be. */
sealed interface ReadEvent {
    EventPosition position();

    /** A JSON value; whether it is an event is for the normaliser to say. */
    record Parsed(JsonNode json, EventPosition position) implements ReadEvent {}

    /**
     * Bytes that cannot be read; reading goes on behind them.
     *
     * @param raw the bytes as they came
     */
    record Malformed(String reason, byte[] raw, EventPosition position) implements ReadEvent {}
}

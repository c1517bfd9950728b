package dev.harrier.ingest;

/**
 * Where in a request an event is.
 *
 * @param record its ordinal, from 1
 * @param line the line it begins on, from 1
 * @param offset its first byte, from 0, after decompression
 */
public record EventPosition(long record, long line, long offset) {}

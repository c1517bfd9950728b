package dev.harrier.ingest;

/** How a source writes an event. */
public enum EventForm {
    /** The record of diagnostic settings: an envelope and {@code properties}. */
    DIAGNOSTIC,
    /** An object of Microsoft Graph. */
    GRAPH,
    /** The columns of the table themselves. */
    COLUMNS
}

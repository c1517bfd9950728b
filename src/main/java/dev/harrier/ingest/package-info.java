/**
 * Brings events in, exactly once in effect: connectors, normalisation, writing, checkpoints, dead letters.
 *
 * <pre>
 *   EventReader ─► EventRouter ─► Normaliser ─► Row ─► search.BulkWriter ─► acknowledged
 *        │              │              (SourceMapping, ColumnValues, EventKey)       │
 *        └─ malformed ──┴─ unknown ───────────────► DeadLetters ◄─── refused ────────┘
 * </pre>
 *
 * <p>
 * A new kind of source is a class that yields events with their positions and hands them to
 * {@link dev.harrier.ingest.Normaliser}; how its fields become columns is data in the table's descriptor.
 */
package dev.harrier.ingest;

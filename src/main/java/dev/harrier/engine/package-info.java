/**
 * Starts, supervises and stops the embedded OpenSearch and PostgreSQL.
 *
 * <pre>
 *   Harrier (main) ─► Engines ─┬─► Supervisor ─► OpenSearchEngine ─► child JVM (OpenSearchLauncher)
 *                              ├─► Supervisor ─► PostgresEngine   ─► postgres
 *                              └─► DataFolder (lock, format marker)
 * </pre>
 *
 * Both engines are children whose standard input is this process: when it ends, however it ends, they stop. What was
 * left behind nevertheless is found by {@link dev.harrier.engine.RecordedProcess} at the next start. To add an engine,
 * implement {@link dev.harrier.engine.Engine} and start it in {@link dev.harrier.engine.Engines}. To change the layout
 * of the data folder, append a step to {@link dev.harrier.engine.DataFormat}.
 */
package dev.harrier.engine;

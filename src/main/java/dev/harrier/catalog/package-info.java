/**
 * The tables we know: their columns and types, how an event of each source becomes a row, the time column, and what makes
 * two events the same event.
 *
 * <p>
 * A table is data: {@code resources/tables/<Name>.json} for the built-in ones, rows of PostgreSQL for custom ones; both
 * are read by {@link dev.harrier.catalog.DescriptorJson} and treated alike. To add a built-in table, write that one file
 * and its cases ({@code src/test/resources/tables/<Name>.jsonl}: raw event in, row out).
 *
 * <pre>
 *   tables/*.json ─► BuiltInTables ─┐
 *                                   ├─► TableCatalog ─► ingest (mapping), search (templates, fields), kql (schema)
 *   PostgreSQL ───► CustomTables ───┘
 * </pre>
 */
package dev.harrier.catalog;

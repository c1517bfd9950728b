/**
 * Runs queries for people and programs, under limits, and writes their answers.
 *
 * <pre>
 * QueryResource (native) ─┐                                     ┌─► format.JsonFormat, NdjsonFormat, CsvFormat
 * LogAnalyticsResource ───┼─► QueryService ─► kql.KqlEngine ─► QueryRun ─┤
 *                         │     slots, limits, running queries  └─► LogAnalyticsAnswer
 * operations (async) ─────┘
 * </pre>
 *
 * <p>
 * {@code CompletionResource} and {@code FunctionResource} help while a query is written. What queries may read besides
 * the tables of their workspace comes from here as well: external data, other workspaces and locations of addresses.
 *
 * <p>
 * To add an output format, write one {@link dev.harrier.query.format.ResultFormat} and its golden test.
 */
package dev.harrier.query;

/**
 * The query language as a library: plain Java, without the web framework, the search client or SQL.
 *
 * <pre>
 * text ─► syntax tree ─► bound plan ─► rewritten plan ─► scans + residual ─► pages
 *      syntax         bind          plan              plan                exec
 * </pre>
 */
package dev.harrier.kql;

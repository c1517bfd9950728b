/**
 * Columnar data ({@link dev.harrier.kql.page.Page}, {@link dev.harrier.kql.page.Block} and their builders), the memory
 * budget it is charged to, and the pull interface ({@link dev.harrier.kql.page.PageSource}) by which it flows.
 *
 * <p>
 * Blocks are immutable once built. {@code int}, {@code long}, {@code datetime} and {@code timespan} share {@code long[]};
 * strings are dictionary-coded, so that a function of one string column runs once per distinct value.
 */
package dev.harrier.kql.page;

/**
 * What a storage must offer: tables with a schema, answers to offered predicates, orders and aggregations, and scans.
 *
 * <p>
 * The planner <em>offers</em>; the storage answers {@link dev.harrier.kql.table.Exactness}. A scan request is an
 * immutable record on which only legal orders of filter, grouping, sorting and limiting can be written down.
 */
package dev.harrier.kql.table;

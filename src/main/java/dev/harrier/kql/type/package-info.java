/**
 * KQL's scalar types and values: null, equality, ordering, arithmetic, dynamic, ticks; and the source positions and
 * diagnostics that every stage shares.
 */
package dev.harrier.kql.type;

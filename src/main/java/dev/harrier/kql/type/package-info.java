/**
 * KQL's scalar types and values: null, equality, ordering, arithmetic, dynamic, ticks; and the source positions and
 * diagnostics that every stage shares.
 *
 * <p>The meaning of a value lives here once, so that folding, execution, ingestion and pushdown agree:
 * {@link dev.harrier.kql.type.DateTimes} and {@link dev.harrier.kql.type.Timespans} read and print times,
 * {@link dev.harrier.kql.type.Conversions} are the {@code to…()} functions, {@link dev.harrier.kql.type.Values} the
 * equalities and orders, {@link dev.harrier.kql.type.Arithmetic} and {@link dev.harrier.kql.type.Bins} the operators on
 * numbers and times, {@link dev.harrier.kql.type.Terms} and {@link dev.harrier.kql.type.CaseFolding} those on text,
 * {@link dev.harrier.kql.type.DynamicJson} and {@link dev.harrier.kql.type.Dynamics} the trees.
 *
 * <p>To add a form of time or a rule of conversion, add an example to the test of its class first. To add a scalar
 * type, add it to {@link dev.harrier.kql.type.ScalarType}: every switch that must know it then no longer compiles.
 */
package dev.harrier.kql.type;

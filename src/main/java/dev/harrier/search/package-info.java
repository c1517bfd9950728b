/**
 * The only package that knows OpenSearch: indices, bulk writing, scans, and the translation of predicates and
 * aggregations.
 *
 * <pre>
 * Predicate ─► PredicateTranslator ─► query + exactness          Measure ─► MetricRequest ─► aggregation
 * RowScan ─► RowRequest ─► RowScanSource ─► pages                 AggregateScan ─► AggregateRequest ─► AggregateSource ─► pages
 * </pre>
 *
 * <p>
 * What is called exact must be: documents whose indexed form is incomplete carry the field's name in {@code _odd}, and a
 * condition on a field with such documents is pushed as a superset. Two habits keep OpenSearch 3.6 from dropping rows silently:
 * every query stands in {@code bool.filter}, and every request for hits asks for the total and is checked against it.
 * To push another kind of condition, give it a leaf in {@code kql.expr.Predicate} and a query in {@link
 * dev.harrier.search.LeafQueries}.
 *
 * <p>
 * Writing: {@link dev.harrier.search.StoredDocument} (what is stored), {@link dev.harrier.search.IndexNames} (where),
 * {@link dev.harrier.search.IndexTemplates} (how it is indexed), {@link dev.harrier.search.BulkWriter} (that it arrives).
 */
package dev.harrier.search;

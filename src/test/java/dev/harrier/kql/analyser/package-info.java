/**
 * Compares what we make of queries with what Microsoft's analyser makes of them: whether they are right, and the names and
 * types of their columns. Its answers are frozen in {@code src/test/resources/analyser}, by the hash of the query.
 */
package dev.harrier.kql.analyser;

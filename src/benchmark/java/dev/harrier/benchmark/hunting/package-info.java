/**
 * The benchmark: hunting questions asked twice of the same events in the same run, as KQL over HTTP and as the best
 * request that somebody who knows OpenSearch would write by hand, and compared row by row.
 *
 * <p>
 * {@link dev.harrier.benchmark.hunting.Benchmark} has the modes and their settings. To add a question, add a
 * {@link dev.harrier.benchmark.hunting.Shape} to the class of its family; {@link dev.harrier.benchmark.hunting.Shapes} lists the families.
 * A shape whose two answers differ is reported as invalid and counts nowhere.
 */
package dev.harrier.benchmark.hunting;

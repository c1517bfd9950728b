/**
 * Compares answers with those that the real engine gave, from a folder of recorded cases that is not part of the
 * project: {@code HARRIER_CONFORMANCE} names it. What matched once must match for ever
 * ({@code conformance-baseline.txt}); {@code -Dharrier.conformance.record=true} adds what matches newly.
 */
package dev.harrier.kql.conformance;

package dev.harrier.search;

import java.util.Map;
import java.util.Set;

/**
 * What the planner must know of the rows that a table has at the moment.
 *
 * @param rows their number
 * @param oddFields fields that are incomplete for some document
 * @param magnitudes per whole-number field, the greatest absolute value
 */
record TableFacts(long rows, Set<String> oddFields, Map<String, Double> magnitudes) {
    private static final double EXACT_WHOLE = 1L << 53;

    /** Whether every value of the field, as a double, is itself. */
    boolean holdsExactly(String field) {
        return magnitudes.getOrDefault(field, 0.0) < EXACT_WHOLE;
    }

    /** Whether every absolute value is less than this. */
    boolean staysBelow(String field, double bound) {
        return magnitudes.getOrDefault(field, 0.0) < bound;
    }

    /** Whether every sum over the field, as a double, is exact. */
    boolean sumsExactly(String field) {
        return magnitudes.getOrDefault(field, 0.0) * rows < EXACT_WHOLE;
    }
}

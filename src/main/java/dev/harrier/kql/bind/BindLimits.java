package dev.harrier.kql.bind;

/**
 * What one text may grow to while it is bound; functions are expanded at each call, so a short text can be a huge plan.
 *
 * @param callDepth calls of the query's own functions inside one another
 * @param steps operators and sources, counted at each expansion
 * @param chain operators in one pipeline, or operands of one arithmetic chain
 */
public record BindLimits(int callDepth, int steps, int chain) {
    public static final BindLimits DEFAULT = new BindLimits(32, 10_000, 1_000);
}

package dev.harrier.kql.bind;

/**
 * A stretch of time that every table is cut to.
 *
 * @param from first tick that is in it
 * @param to first tick that is not in it any more
 */
public record TimeRange(long from, long to) {}

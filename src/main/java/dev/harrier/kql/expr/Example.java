package dev.harrier.kql.expr;

/**
 * An example that is shown in the reference and executed by the tests.
 *
 * @param query a query of one row and one column
 * @param result the value as {@code tostring} gives it, empty for null
 */
public record Example(String query, String result) {}

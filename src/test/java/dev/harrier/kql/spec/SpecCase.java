package dev.harrier.kql.spec;

import java.util.List;

/**
 * One query and what it must answer.
 *
 * @param line of the case's title, from 1
 */
public record SpecCase(String name, int line, String query, List<Expectation> expectations) {

    /** One thing that must hold. */
    public sealed interface Expectation {}

    /**
     * A table of the answer.
     *
     * @param columns as {@code name:type}
     * @param rows cells as written, quotes included
     */
    public record Table(List<String> columns, List<List<String>> rows, boolean ordered) implements Expectation {}

    /**
     * A diagnostic of the text.
     *
     * @param severity {@code error} or {@code warning}
     * @param position as {@code line:column}; empty for any
     */
    public record Problem(String severity, String code, String position) implements Expectation {}

    /** A failure while running. */
    public record Failure(String code) implements Expectation {}
}

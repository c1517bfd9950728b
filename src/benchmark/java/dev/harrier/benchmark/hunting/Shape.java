package dev.harrier.benchmark.hunting;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A hunting question, asked both ways.
 *
 * @param name by which it is chosen and compared
 * @param kind what is expected of it
 * @param kql the question to the service
 * @param handWritten ways to ask OpenSearch, by name: the fastest is compared
 * @param ordered whether the order of rows belongs to the answer
 */
record Shape(String name, Kind kind, String kql, Map<String, HandWritten> handWritten, boolean ordered) {
    /** What is expected. */
    enum Kind {
        /** The index does the work: the service is to take about as long as the request by hand. */
        PUSHED,
        /** Rows must be fetched: the service is to work at nearly the rate at which the same rows can be read. */
        RESIDUAL
    }

    static Shape pushed(String name, String kql, HandWritten by) {
        return new Shape(name, Kind.PUSHED, kql, Map.of("only", by), false);
    }

    static Shape residual(String name, String kql, HandWritten by) {
        return new Shape(name, Kind.RESIDUAL, kql, Map.of("only", by), false);
    }

    /** The order of rows counts. */
    Shape inOrder() {
        return new Shape(name, kind, kql, handWritten, true);
    }

    /** Another way by hand. */
    Shape or(String way, HandWritten by) {
        Map<String, HandWritten> ways = new LinkedHashMap<>(handWritten);
        ways.put(way, by);
        return new Shape(name, kind, kql, ways, ordered);
    }
}

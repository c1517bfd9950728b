package dev.harrier.kql.bind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a client is asked to draw a result.
 *
 * @param kind such as {@code timechart}
 * @param properties as written after {@code with}, in order; each with one value or several
 */
public record Visualization(String kind, Map<String, List<Object>> properties) {
    public Visualization {
        properties = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }
}

package dev.harrier.kql.bind;

import dev.harrier.kql.type.Diagnostic;
import java.util.List;
import java.util.Map;

/**
 * What binding a text gave.
 *
 * @param results in the order of the text; empty if there are errors
 * @param diagnostics of parsing and binding, by position
 * @param options what the text {@code set}: the value as Java object, {@code true} where none is written
 * @param nowTicks what {@code now()} is in this query
 */
public record BoundQuery(List<BoundResult> results, List<Diagnostic> diagnostics, Map<String, Object> options,
        long nowTicks) {
    public BoundQuery {
        results = List.copyOf(results);
        diagnostics = List.copyOf(diagnostics);
        options = Map.copyOf(options);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}

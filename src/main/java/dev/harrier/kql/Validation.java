package dev.harrier.kql;

import dev.harrier.kql.bind.Visualization;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What a text would do.
 *
 * @param diagnostics by position
 * @param results the tables it would give; empty if there are errors
 */
public record Validation(List<Diagnostic> diagnostics, List<Result> results) {

    /** One table of the answer. */
    public record Result(String name, Schema schema, Optional<Visualization> visualization) {}

    public Validation {
        diagnostics = List.copyOf(diagnostics);
        results = List.copyOf(results);
    }

    public boolean isValid() {
        return diagnostics.stream().noneMatch(Diagnostic::isError);
    }
}

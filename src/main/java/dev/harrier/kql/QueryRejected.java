package dev.harrier.kql;

import dev.harrier.kql.type.Diagnostic;
import java.util.List;

/** A text that cannot be run, with everything there is to say about it. */
public final class QueryRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    QueryRejected(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().filter(Diagnostic::isError).map(Diagnostic::message).findFirst()
                .orElse("the query was rejected"));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** By position; at least one is an error. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}

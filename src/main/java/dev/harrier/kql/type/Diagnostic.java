package dev.harrier.kql.type;

import java.util.List;

/**
 * Something to say about a query text: collected, never thrown one by one.
 *
 * @param code {@code KSnnn} where the meaning is Microsoft's, {@code HAnnn} for our own, {@link #NOT_SUPPORTED} for a
 *            construct that is known and refused
 * @param fixes likely replacements for the text of the span, best first
 */
public record Diagnostic(String code, Severity severity, SourceSpan span, String message, List<String> fixes) {
    /** The code of every construct that is refused by name. */
    public static final String NOT_SUPPORTED = "NotSupported";

    /** How bad it is: an error keeps the query from running. */
    public enum Severity {
        ERROR, WARNING, INFORMATION
    }

    public Diagnostic {
        fixes = List.copyOf(fixes);
    }

    public static Diagnostic error(String code, SourceSpan span, String message, String... fixes) {
        return new Diagnostic(code, Severity.ERROR, span, message, List.of(fixes));
    }

    public static Diagnostic warning(String code, SourceSpan span, String message) {
        return new Diagnostic(code, Severity.WARNING, span, message, List.of());
    }

    /** A refusal by name, for example {@code notSupported(span, "the operator 'scan'", "use …")}. */
    public static Diagnostic notSupported(SourceSpan span, String construct, String advice) {
        String message = construct + " is not supported" + (advice.isEmpty() ? "" : ": " + advice);
        return error(NOT_SUPPORTED, span, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}

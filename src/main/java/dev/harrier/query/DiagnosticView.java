package dev.harrier.query;

import dev.harrier.kql.type.Diagnostic;
import java.util.List;
import java.util.Locale;

/**
 * Something to say about a query's text, as answers write it.
 *
 * @param severity {@code error}, {@code warning} or {@code information}
 * @param line from 1
 * @param column from 1, in UTF-16 units
 * @param start offset from 0, in UTF-16 units
 * @param length in UTF-16 units
 * @param excerpt the line, and under it a caret at the place; empty where there is no place
 * @param fixes likely replacements, best first
 */
public record DiagnosticView(String code, String severity, String message, int line, int column, int start, int length,
        String excerpt, List<String> fixes) {
    private static final int WIDEST = 160;

    /** @param query the text that it is about */
    static DiagnosticView of(Diagnostic diagnostic, String query) {
        return new DiagnosticView(diagnostic.code(), diagnostic.severity().name().toLowerCase(Locale.ROOT),
                diagnostic.message(), diagnostic.span().line(), diagnostic.span().column(),
                diagnostic.span().start(), diagnostic.span().length(), excerpt(diagnostic, query),
                diagnostic.fixes());
    }

    static List<DiagnosticView> of(List<Diagnostic> diagnostics, String query) {
        return diagnostics.stream().map(diagnostic -> of(diagnostic, query)).toList();
    }

    private static String excerpt(Diagnostic diagnostic, String query) {
        List<String> lines = query.lines().toList();
        int number = diagnostic.span().line() - 1;
        int column = diagnostic.span().column() - 1;
        if (number >= lines.size() || column > WIDEST || lines.get(number).length() > WIDEST) {
            return "";
        }
        int carets = Math.clamp(diagnostic.span().length(), 1, Math.max(1, lines.get(number).length() - column));
        return lines.get(number) + "\n" + " ".repeat(column) + "^".repeat(carets);
    }
}

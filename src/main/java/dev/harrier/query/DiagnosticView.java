package dev.harrier.query;

import dev.harrier.kql.type.Diagnostic;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

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
@Schema(name = "Diagnostic", description = "Something to say about a query's text.", requiredProperties = {"code",
        "severity", "message", "line", "column", "start", "length", "excerpt", "fixes"})
public record DiagnosticView(
        @Schema(description = "`KS…` as Kusto numbers it, or a word such as `NotSupported`.", examples = "KS142") String code,
        @Schema(enumeration = {
                "error", "warning", "information"}) String severity,
        String message,
        @Schema(description = "From 1.") int line, @Schema(description = "From 1, in UTF-16 units.") int column,
        @Schema(description = "Offset from 0, in UTF-16 units.") int start,
        @Schema(description = "In UTF-16 units.") int length,
        @Schema(description = "The line, and under it carets at the place; empty where there is no place.") String excerpt,
        @Schema(description = "Likely replacements, best first.") List<String> fixes){
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

package dev.harrier.query;

import dev.harrier.kql.Validation;
import dev.harrier.kql.type.Column;
import java.util.List;

/**
 * What there is to say about a query before it runs.
 *
 * @param valid whether it would run
 * @param diagnostics all of them, by position
 * @param results the tables it would give; empty if it would not run
 */
public record ValidationView(boolean valid, List<DiagnosticView> diagnostics, List<ResultView> results) {

    /** A table of the answer. */
    public record ResultView(String name, List<ColumnView> columns) {}

    /** A column of it. */
    public record ColumnView(String name, String type) {
        static ColumnView of(Column column) {
            return new ColumnView(column.name(), column.type().keyword());
        }
    }

    static ValidationView of(Validation validation, String query) {
        List<ResultView> results = validation.results().stream()
                .map(result -> new ResultView(result.name(),
                        result.schema().columns().stream().map(ColumnView::of).toList()))
                .toList();
        boolean valid = validation.diagnostics().stream().noneMatch(found -> found.isError());
        return new ValidationView(valid, DiagnosticView.of(validation.diagnostics(), query), results);
    }
}

package dev.harrier.query;

import dev.harrier.kql.Validation;
import dev.harrier.kql.type.Column;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What there is to say about a query before it runs.
 *
 * @param valid whether it would run
 * @param diagnostics all of them, by position
 * @param results the tables it would give; empty if it would not run
 */
@Schema(name = "Validation", requiredProperties = {"valid", "diagnostics", "results"})
public record ValidationView(@Schema(description = "Whether the query would run.") boolean valid,
        @Schema(description = "All there is to say, by position.") List<DiagnosticView> diagnostics,
        @Schema(description = "The tables it would give; none if it would not run.") List<ResultView> results) {

    /** A table of the answer. */
    @Schema(name = "ResultShape", requiredProperties = {"name", "columns"})
    public record ResultView(String name, List<ColumnView> columns) {}

    /** A column of it. */
    @Schema(name = "ResultColumn")
    public record ColumnView(String name, @Schema(ref = "ColumnType") String type) {
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

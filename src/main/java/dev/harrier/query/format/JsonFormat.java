package dev.harrier.query.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryStatistics;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The native answer: tables with typed columns and rows, dynamics as JSON, statistics and warnings. */
public final class JsonFormat implements ResultFormat {
    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public boolean isStreamed() {
        return false;
    }

    @Override
    public void write(QueryExecution execution, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeArrayFieldStart("tables");
            for (ResultTable table : execution.tables()) {
                writeTable(json, table);
            }
            json.writeEndArray();
            writeStatistics(json, execution.statistics());
            writeWarnings(json, execution.warnings());
            json.writeEndObject();
        }
    }

    private static void writeTable(JsonGenerator json, ResultTable table) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", table.name());
        writeColumns(json, table.schema());
        json.writeArrayFieldStart("rows");
        for (Page page = table.next(); page != null; page = table.next()) {
            writeRows(json, table.schema(), page, Cells.DynamicForm.NATIVE);
        }
        json.writeEndArray();
        if (table.visualization().isPresent()) {
            json.writeObjectFieldStart("visualization");
            json.writeStringField("kind", table.visualization().get().kind());
            for (Map.Entry<String, List<Object>> property : table.visualization().get().properties().entrySet()) {
                json.writeArrayFieldStart(property.getKey());
                for (Object value : property.getValue()) {
                    json.writeString(String.valueOf(value));
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Writes {@code "columns":[{"name":…,"type":…}]}. */
    public static void writeColumns(JsonGenerator json, Schema schema) throws IOException {
        json.writeArrayFieldStart("columns");
        for (Column column : schema.columns()) {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", column.type().keyword());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes each row of the page as an array of cells. */
    public static void writeRows(JsonGenerator json, Schema schema, Page page, Cells.DynamicForm dynamics)
            throws IOException {
        for (int row = 0; row < page.rows(); row++) {
            json.writeStartArray();
            for (int column = 0; column < schema.size(); column++) {
                Cells.write(json, schema.column(column).type(), page.block(column).get(row), dynamics);
            }
            json.writeEndArray();
        }
    }

    private static void writeStatistics(JsonGenerator json, QueryStatistics statistics) throws IOException {
        json.writeObjectFieldStart("statistics");
        json.writeNumberField("elapsedMs", statistics.elapsed().toNanos() / 1_000_000.0);
        json.writeNumberField("rowsFetched", statistics.rowsFetched());
        json.writeNumberField("bytesFetched", statistics.bytesFetched());
        json.writeNumberField("peakMemoryBytes", statistics.peakMemoryBytes());
        json.writeEndObject();
    }

    /** Writes {@code "warnings":[…]}. */
    static void writeWarnings(JsonGenerator json, List<Diagnostic> warnings) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (Diagnostic warning : warnings) {
            json.writeStartObject();
            json.writeStringField("code", warning.code());
            json.writeStringField("message", warning.message());
            json.writeNumberField("line", warning.span().line());
            json.writeNumberField("column", warning.span().column());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}

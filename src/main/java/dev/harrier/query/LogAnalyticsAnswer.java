package dev.harrier.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.bind.Visualization;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.query.format.Cells;
import dev.harrier.query.format.JsonFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Writes an answer as Log Analytics does. Bounded by the limits on results, which a query fails upon. */
final class LogAnalyticsAnswer {
    private static final JsonFactory JSON = new JsonFactory();
    private static final double NANOS_PER_SECOND = 1e9;
    /** Kusto's number for a result that was cut. */
    private static final String TRUNCATED = "-2133196797";

    private LogAnalyticsAnswer() {}

    /**
     * @throws QueryFailure if the query fails before it gave a row; later, and for results that are too large, the
     *             answer is partial and says so
     */
    static byte[] of(QueryExecution execution, Prefer prefer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            Optional<QueryFailure> failure = writeTables(json, execution);
            if (prefer.statistics()) {
                writeStatistics(json, execution);
            }
            if (prefer.render()) {
                writeRender(json, execution);
            }
            if (failure.isPresent()) {
                writePartial(json, failure.get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Optional<QueryFailure> writeTables(JsonGenerator json, QueryExecution execution)
            throws IOException {
        Optional<QueryFailure> failure = Optional.empty();
        json.writeArrayFieldStart("tables");
        for (ResultTable table : execution.tables()) {
            failure = failure.isPresent() ? failure : writeTable(json, table);
        }
        json.writeEndArray();
        return failure;
    }

    private static Optional<QueryFailure> writeTable(JsonGenerator json, ResultTable table) throws IOException {
        Page first = table.next();
        json.writeStartObject();
        json.writeStringField("name", table.name());
        JsonFormat.writeColumns(json, table.schema());
        json.writeArrayFieldStart("rows");
        Optional<QueryFailure> failure = Optional.empty();
        try {
            for (Page page = first; page != null; page = table.next()) {
                JsonFormat.writeRows(json, table.schema(), page, Cells.DynamicForm.TEXT);
            }
        } catch (QueryFailure.LimitExceeded tooMuch) {
            failure = Optional.of(tooMuch);
        }
        json.writeEndArray();
        json.writeEndObject();
        return failure;
    }

    private static void writeStatistics(JsonGenerator json, QueryExecution execution) throws IOException {
        json.writeObjectFieldStart("statistics");
        json.writeObjectFieldStart("query");
        json.writeNumberField("executionTime", execution.statistics().elapsed().toNanos() / NANOS_PER_SECOND);
        json.writeObjectFieldStart("resourceUsage");
        json.writeObjectFieldStart("memory");
        json.writeNumberField("peak_per_node", execution.statistics().peakMemoryBytes());
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("inputDatasetStatistics");
        json.writeNumberField("rowsFetched", execution.statistics().rowsFetched());
        json.writeNumberField("bytesFetched", execution.statistics().bytesFetched());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void writeRender(JsonGenerator json, QueryExecution execution) throws IOException {
        Optional<Visualization> visualization = execution.tables().getFirst().visualization();
        json.writeObjectFieldStart("render");
        json.writeStringField("visualization", visualization.map(Visualization::kind).orElse("table"));
        if (visualization.isPresent()) {
            for (var property : visualization.get().properties().entrySet()) {
                writeProperty(json, property.getKey(), property.getValue());
            }
        }
        json.writeEndObject();
    }

    private static void writeProperty(JsonGenerator json, String name, List<Object> values) throws IOException {
        json.writeFieldName(name);
        if (values.size() == 1) {
            writeValue(json, values.getFirst());
            return;
        }
        json.writeStartArray();
        for (Object value : values) {
            writeValue(json, value);
        }
        json.writeEndArray();
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        switch (value) {
            case Boolean truth -> json.writeBoolean(truth);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            default -> json.writeString(value.toString());
        }
    }

    private static void writePartial(JsonGenerator json, QueryFailure failure) throws IOException {
        json.writeObjectFieldStart("error");
        json.writeStringField("code", "PartialError");
        json.writeStringField("message", "There were some errors when processing your query.");
        json.writeArrayFieldStart("details");
        json.writeStartObject();
        json.writeStringField("code", "EngineError");
        json.writeStringField("message", failure.getMessage());
        json.writeObjectFieldStart("innererror");
        json.writeStringField("code", TRUNCATED);
        json.writeStringField("message", failure.code() + ": " + failure.getMessage());
        json.writeNumberField("severity", 2);
        json.writeStringField("severityName", "Error");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }
}

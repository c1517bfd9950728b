package dev.harrier.query.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * One JSON object per row, for programs that read a stream; of the first table only. The last line is of another kind and
 * tells whether the rows are all: {@code {"_status":{"complete":true,"rows":…,"warnings":[…]}}}, or {@code
 * {"_status":{"complete":false,"rows":…,"error":{"code":…,"message":…}}}} if the query failed on the way.
 */
public final class NdjsonFormat implements ResultFormat {
    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    @Override
    public String mediaType() {
        return "application/x-ndjson";
    }

    @Override
    public boolean isStreamed() {
        return true;
    }

    @Override
    public void write(QueryExecution execution, OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            Rows rows = new Rows();
            QueryFailure failure = null;
            try {
                writeRows(json, execution.tables().getFirst(), out, rows);
            } catch (QueryFailure failed) {
                failure = failed;
            }
            writeStatus(json, rows, failure, execution.warnings());
            json.flush();
            out.write('\n');
        }
    }

    /** Counts what is written, also if it ends by a failure. */
    private static final class Rows {
        private long count;
    }

    private static void writeRows(JsonGenerator json, ResultTable table, OutputStream out, Rows rows)
            throws IOException {
        Schema schema = table.schema();
        for (Page page = table.next(); page != null; page = table.next()) {
            for (int row = 0; row < page.rows(); row++) {
                json.writeStartObject();
                for (int column = 0; column < schema.size(); column++) {
                    json.writeFieldName(schema.column(column).name());
                    Cells.write(json, schema.column(column).type(), page.block(column).get(row),
                            Cells.DynamicForm.NATIVE);
                }
                json.writeEndObject();
                rows.count++;
            }
            json.flush();
            out.flush();
        }
    }

    private static void writeStatus(JsonGenerator json, Rows rows, QueryFailure failure, List<Diagnostic> warnings)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("_status");
        json.writeBooleanField("complete", failure == null);
        json.writeNumberField("rows", rows.count);
        if (!warnings.isEmpty()) {
            JsonFormat.writeWarnings(json, warnings);
        }
        if (failure != null) {
            json.writeObjectFieldStart("error");
            json.writeStringField("code", failure.code());
            json.writeStringField("message", failure.getMessage());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}

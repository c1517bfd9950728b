package dev.harrier.query.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.type.Schema;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One JSON object per row, for programs that read a stream; of the first table only. If the query fails on the way the
 * last line is {@code {"error":{"code":…,"message":…}}}.
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
            try {
                writeRows(json, execution.tables().getFirst(), out);
            } catch (QueryFailure failure) {
                writeError(json, failure);
            }
            json.flush();
            out.write('\n');
        }
    }

    private static void writeRows(JsonGenerator json, ResultTable table, OutputStream out) throws IOException {
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
            }
            json.flush();
            out.flush();
        }
    }

    private static void writeError(JsonGenerator json, QueryFailure failure) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("error");
        json.writeStringField("code", failure.code());
        json.writeStringField("message", failure.getMessage());
        json.writeEndObject();
        json.writeEndObject();
    }
}

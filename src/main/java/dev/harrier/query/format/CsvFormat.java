package dev.harrier.query.format;

import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** The first table as CSV (RFC 4180): a line of names, then the rows; nulls are empty, dynamics are JSON text. */
public final class CsvFormat implements ResultFormat {
    @Override
    public String mediaType() {
        return "text/csv";
    }

    @Override
    public boolean isStreamed() {
        return false;
    }

    @Override
    public void write(QueryExecution execution, OutputStream out) throws IOException {
        ResultTable table = execution.tables().getFirst();
        Schema schema = table.schema();
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (int column = 0; column < schema.size(); column++) {
            writeCell(writer, column, schema.column(column).name());
        }
        writer.write("\r\n");
        for (Page page = table.next(); page != null; page = table.next()) {
            for (int row = 0; row < page.rows(); row++) {
                for (int column = 0; column < schema.size(); column++) {
                    writeCell(writer, column, text(schema.column(column).type(), page.block(column).get(row)));
                }
                writer.write("\r\n");
            }
        }
        writer.flush();
    }

    private static String text(ScalarType type, Object value) {
        if (value instanceof Dynamic dynamic && !(dynamic instanceof Dynamic.Text)) {
            return DynamicJson.write(dynamic);
        }
        return value == null ? "" : Conversions.toText(type, value);
    }

    private static void writeCell(Writer writer, int column, String text) throws IOException {
        if (column > 0) {
            writer.write(',');
        }
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        writer.write(quoted ? '"' + text.replace("\"", "\"\"") + '"' : text);
    }
}

package dev.harrier.query.format;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.io.IOException;
import java.io.OutputStream;

/** The first table as CSV (RFC 4180): a line of names, then the rows; nulls are empty, dynamics are JSON text. */
public final class CsvFormat implements ResultFormat {
    private static final CsvFactory CSV = CsvFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING).build();
    private static final CsvSchema LAYOUT = CsvSchema.emptySchema().withLineSeparator("\r\n");

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
        try (CsvGenerator csv = CSV.createGenerator(out)) {
            csv.setSchema(LAYOUT);
            csv.writeStartArray();
            for (Column column : schema.columns()) {
                csv.writeString(column.name());
            }
            csv.writeEndArray();
            for (Page page = table.next(); page != null; page = table.next()) {
                writeRows(csv, schema, page);
            }
        }
    }

    private static void writeRows(CsvGenerator csv, Schema schema, Page page) throws IOException {
        for (int row = 0; row < page.rows(); row++) {
            csv.writeStartArray();
            for (int column = 0; column < schema.size(); column++) {
                csv.writeString(text(schema.column(column).type(), page.block(column).get(row)));
            }
            csv.writeEndArray();
        }
    }

    /** As JSON has it, without the quotes. */
    private static String text(ScalarType type, Object value) {
        return switch (value) {
            case null -> "";
            case Boolean truth -> truth.toString();
            case Double number when !Double.isFinite(number) -> number.toString();
            case Dynamic.Text plain -> plain.value();
            case Dynamic dynamic -> DynamicJson.write(dynamic);
            default -> Conversions.toText(type, value);
        };
    }
}

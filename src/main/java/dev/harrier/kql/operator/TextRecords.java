package dev.harrier.kql.operator;

import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Records of text: fields between delimiters, in double quotes where they contain one, a line end or a quote, which is
 * doubled; or whole lines; or all of it. A field that cannot be converted is null, and so is one that is not there.
 */
final class TextRecords implements ExternalFormat.Records {
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader text;
    private final ExternalFormat format;
    private final char delimiter;
    private final Schema schema;
    private int ahead;

    TextRecords(Reader text, ExternalFormat format, char delimiter, Schema schema) throws IOException {
        this.text = text;
        this.format = format;
        this.delimiter = delimiter;
        this.schema = schema;
        this.ahead = text.read();
        if (ahead == BYTE_ORDER_MARK) {
            ahead = text.read();
        }
    }

    @Override
    public Object[] next() throws IOException {
        if (ahead == END) {
            return null;
        }
        List<String> fields = switch (format) {
            case CSV, TSV, PSV -> fields();
            case TXT -> List.of(until(true));
            case RAW -> List.of(until(false));
            case JSON -> throw new IllegalStateException("read by JsonRecords");
        };
        Object[] values = new Object[schema.size()];
        for (int i = 0; i < values.length; i++) {
            String field = i < fields.size() ? fields.get(i) : "";
            ScalarType type = schema.column(i).type();
            values[i] = switch (type) {
                case STRING -> field;
                case DYNAMIC -> DynamicJson.parseJson(field);
                case BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID ->
                    field.isEmpty() ? null : Conversions.convert(ScalarType.STRING, field, type);
            };
        }
        return values;
    }

    private int take() throws IOException {
        int taken = ahead;
        ahead = text.read();
        return taken;
    }

    private boolean atLineEnd() {
        return ahead == END || ahead == '\n' || ahead == '\r';
    }

    private void endLine() throws IOException {
        if (ahead == '\r') {
            take();
        }
        if (ahead == '\n') {
            take();
        }
    }

    private String until(boolean lineEnd) throws IOException {
        StringBuilder all = new StringBuilder();
        while (ahead != END && !(lineEnd && atLineEnd())) {
            all.append((char) take());
        }
        endLine();
        return all.toString();
    }

    private List<String> fields() throws IOException {
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (ahead == delimiter) {
            take();
            fields.add(field());
        }
        endLine();
        return fields;
    }

    private String field() throws IOException {
        StringBuilder field = new StringBuilder();
        if (ahead == '"') {
            take();
            while (ahead != END) {
                if (take(field)) {
                    break;
                }
            }
        }
        while (!atLineEnd() && ahead != delimiter) {
            field.append((char) take());
        }
        return field.toString();
    }

    /** Takes one character of a quoted field; whether it was the quote that ends it. */
    private boolean take(StringBuilder field) throws IOException {
        int character = take();
        if (character != '"') {
            field.append((char) character);
            return false;
        }
        if (ahead == '"') {
            field.append((char) take());
            return false;
        }
        return true;
    }
}

package dev.harrier.kql.operator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.io.IOException;
import java.io.InputStream;

/** JSON objects, one after the other or in arrays; a column has the value of the property of its name. */
final class JsonRecords implements ExternalFormat.Records {
    private static final JsonFactory JSON = new JsonFactory();
    private final JsonParser parser;
    private final Schema schema;

    JsonRecords(InputStream bytes, Schema schema) throws IOException {
        this.parser = JSON.createParser(bytes);
        this.schema = schema;
    }

    @Override
    public Object[] next() throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
                continue;
            }
            Dynamic value = value();
            Object[] values = new Object[schema.size()];
            for (int i = 0; i < values.length; i++) {
                Column column = schema.column(i);
                Dynamic property = Dynamics.property(value, column.name());
                values[i] = column.type() == ScalarType.DYNAMIC ? property : Dynamics.cast(column.type(), property);
            }
            return values;
        }
        return null;
    }

    private Dynamic value() throws IOException {
        try {
            return DynamicJson.read(parser);
        } catch (ArithmeticException tooLarge) {
            throw new IOException("a number is beyond all bounds", tooLarge);
        }
    }
}

package dev.harrier.search;

import com.fasterxml.jackson.core.JsonParser;
import dev.harrier.kql.expr.FieldRef;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.io.IOException;

/** A column's value as the stored document has it. */
record SourceCell(Dynamic value) {

    static SourceCell read(JsonParser parser) throws IOException {
        return new SourceCell(DynamicJson.read(parser));
    }

    /** The value as the language reads it; text in place of JSON text is that text, JSON is written compactly. */
    Object as(FieldRef source) {
        ScalarType type = source.type();
        if (value == null) {
            return null;
        }
        return switch (type) {
            case DYNAMIC -> value;
            case STRING -> value instanceof Dynamic.Text text ? text.value() : DynamicJson.write(value);
            case BOOL, INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, GUID -> scalar(type);
        };
    }

    private Object scalar(ScalarType type) {
        Object known = Dynamics.to(type, value);
        return known != null || !(value instanceof Dynamic.Text text)
                ? known
                : Conversions.convert(ScalarType.STRING, text.value(), type);
    }
}

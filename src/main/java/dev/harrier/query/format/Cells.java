package dev.harrier.query.format;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Timespans;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes values as JSON cells: times and durations as text with 100 ns, decimals as text, what is no number as text. */
public final class Cells {

    /** How a dynamic value is written. */
    public enum DynamicForm {
        /** As JSON of its own. */
        NATIVE,
        /** As text that holds JSON, as Log Analytics does. */
        TEXT
    }

    private Cells() {}

    /** Writes one value, in the form that {@link ScalarType} documents. */
    public static void write(JsonGenerator json, ScalarType type, Object value, DynamicForm dynamics)
            throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (type) {
            case BOOL -> json.writeBoolean((Boolean) value);
            case INT, LONG -> json.writeNumber((Long) value);
            case REAL -> writeReal(json, (Double) value);
            case DECIMAL -> json.writeString(Conversions.decimalText((BigDecimal) value));
            case STRING -> json.writeString((String) value);
            case DATETIME -> json.writeString(DateTimes.format((Long) value));
            case TIMESPAN -> json.writeString(Timespans.format((Long) value));
            case GUID -> json.writeString(value.toString());
            case DYNAMIC -> writeDynamic(json, (Dynamic) value, dynamics);
        }
    }

    private static void writeReal(JsonGenerator json, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeString(Double.toString(value));
        }
    }

    private static void writeDynamic(JsonGenerator json, Dynamic value, DynamicForm form) throws IOException {
        String text = value instanceof Dynamic.Text plain && form == DynamicForm.TEXT
                ? plain.value()
                : DynamicJson.write(value);
        if (form == DynamicForm.TEXT) {
            json.writeString(text);
        } else {
            json.writeRawValue(text);
        }
    }
}

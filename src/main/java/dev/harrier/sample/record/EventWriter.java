package dev.harrier.sample.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

/** Turns events into JSON bytes: diagnostic records for sign-ins and directory changes, a bare row for the rest. */
public final class EventWriter {
    private final JsonFactory json = new JsonFactory();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);

    /** The JSON object of the event, without a line break. */
    public byte[] write(SampleEvent event) throws IOException {
        bytes.reset();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            switch (event) {
                case SignIn signIn -> new SignInWriter(out, signIn).write();
                case DirectoryChange change -> new DirectoryChangeWriter(out, change).write();
                case CompanionRow row -> value(out, row.columns());
            }
        }
        return bytes.toByteArray();
    }

    private static void value(JsonGenerator out, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.writeFieldName(entry.getKey().toString());
                    value(out, entry.getValue());
                }
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                for (Object item : list) {
                    value(out, item);
                }
                out.writeEndArray();
            }
            case String text -> out.writeString(text);
            case Boolean bool -> out.writeBoolean(bool);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case Object other -> throw new IllegalArgumentException("no JSON form for " + other.getClass());
        }
    }
}

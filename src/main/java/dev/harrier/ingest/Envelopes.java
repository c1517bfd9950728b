package dev.harrier.ingest;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Tells envelopes of several events from single events. */
final class Envelopes {
    private static final String RECORDS = "records";
    private static final String VALUE = "value";

    private Envelopes() {}

    /**
     * Whether an array under this key holds events: {@code records} of diagnostic settings, {@code value} of a Graph
     * list, which has nothing before it but annotations.
     *
     * @param before what the object has before this key
     */
    static boolean opens(String key, ObjectNode before) {
        if (key.equalsIgnoreCase(RECORDS)) {
            return !before.has("category");
        }
        if (!key.equals(VALUE)) {
            return false;
        }
        Iterator<String> names = before.fieldNames();
        while (names.hasNext()) {
            if (!names.next().startsWith("@")) {
                return false;
            }
        }
        return true;
    }

    /** The events of a complete value: those of an envelope or an array, or itself. */
    static Iterable<JsonNode> events(JsonNode value) {
        if (value.isArray()) {
            return value;
        }
        if (value instanceof ObjectNode object) {
            ObjectNode before = object.objectNode();
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                if (entry.getValue().isArray() && opens(entry.getKey(), before)) {
                    return entry.getValue();
                }
                before.set(entry.getKey(), entry.getValue());
            }
        }
        return List.of(value);
    }
}

package dev.harrier.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.harrier.sample.scenario.Incident;

/** Writes the ground truth as a JSON array with one incident per line. */
public final class TruthWriter {
    private final JsonGenerator json;

    private TruthWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Leaves the stream open. */
    public static void write(List<Incident> incidents, OutputStream out) throws IOException {
        JsonGenerator generator = new JsonFactory().createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        try (generator) {
            TruthWriter writer = new TruthWriter(generator);
            generator.writeStartArray();
            for (Incident incident : incidents) {
                generator.writeRaw('\n');
                writer.incident(incident);
            }
            generator.writeRaw('\n');
            generator.writeEndArray();
        }
    }

    private void incident(Incident incident) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", incident.kind());
        json.writeStringField("id", incident.id());
        json.writeStringField("label", incident.label().name().toLowerCase(Locale.ROOT));
        texts("tables", incident.tables());
        json.writeObjectFieldStart("entities");
        texts("users", incident.entities().users());
        texts("ips", incident.entities().ips());
        texts("apps", incident.entities().apps());
        texts("servicePrincipals", incident.entities().servicePrincipals());
        json.writeEndObject();
        json.writeStringField("start", incident.start().toString());
        json.writeStringField("end", incident.end().toString());
        json.writeStringField("asOf", incident.asOf().toString());
        texts("eventIds", incident.eventIds());
        json.writeNumberField("events", incident.events());
        json.writeBooleanField("slow", incident.slow());
        json.writeStringField("note", incident.note());
        json.writeEndObject();
    }

    private void texts(String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}

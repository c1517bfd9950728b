package dev.harrier.sample.record;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.harrier.sample.world.SampleWorld;

/** Writes one directory change as a diagnostic-settings record. */
final class DirectoryChangeWriter {
    private final JsonGenerator out;
    private final DirectoryChange change;

    DirectoryChangeWriter(JsonGenerator out, DirectoryChange change) {
        this.out = out;
        this.change = change;
    }

    void write() throws IOException {
        out.writeStartObject();
        out.writeStringField("time", change.time() + "Z");
        out.writeStringField("resourceId", "/tenants/" + SampleWorld.TENANT + "/providers/Microsoft.aadiam");
        out.writeStringField("operationName", change.operation());
        out.writeStringField("operationVersion", "1.0");
        out.writeStringField("category", "AuditLogs");
        out.writeStringField("tenantId", SampleWorld.TENANT);
        out.writeStringField("resultSignature", "None");
        out.writeNumberField("durationMs", 0);
        out.writeStringField("callerIpAddress", change.address().ip());
        out.writeStringField("correlationId", change.correlationId());
        out.writeStringField("identity", change.initiator().displayName());
        out.writeStringField("level", "Informational");
        properties();
        out.writeEndObject();
    }

    private void properties() throws IOException {
        out.writeObjectFieldStart("properties");
        out.writeStringField("id", change.id());
        out.writeStringField("category", change.category());
        out.writeStringField("correlationId", change.correlationId());
        out.writeStringField("result", "success");
        out.writeStringField("resultReason", "");
        out.writeStringField("activityDisplayName", change.operation());
        out.writeStringField("activityDateTime", change.time() + "+00:00");
        out.writeStringField("loggedByService", "Core Directory");
        out.writeStringField("operationType", change.verb());
        initiator();
        target();
        out.writeArrayFieldStart("additionalDetails");
        out.writeEndArray();
        out.writeEndObject();
    }

    private void initiator() throws IOException {
        out.writeObjectFieldStart("initiatedBy");
        out.writeObjectFieldStart("user");
        out.writeStringField("id", change.initiator().id());
        out.writeStringField("displayName", change.initiator().displayName());
        out.writeStringField("userPrincipalName", change.initiator().upn());
        out.writeStringField("ipAddress", change.address().ip());
        out.writeArrayFieldStart("roles");
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void target() throws IOException {
        out.writeArrayFieldStart("targetResources");
        out.writeStartObject();
        out.writeStringField("id", change.target().id());
        out.writeStringField("displayName", change.target().name());
        out.writeStringField("type", change.target().type());
        if (!change.target().upn().isEmpty()) {
            out.writeStringField("userPrincipalName", change.target().upn());
        }
        out.writeArrayFieldStart("modifiedProperties");
        for (DirectoryChange.Property property : change.properties()) {
            out.writeStartObject();
            out.writeStringField("displayName", property.name());
            out.writeStringField("oldValue", property.before());
            out.writeStringField("newValue", property.after());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("administrativeUnits");
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
    }
}

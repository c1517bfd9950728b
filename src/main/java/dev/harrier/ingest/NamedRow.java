package dev.harrier.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.catalog.TableDescriptor;

/**
 * A row in column form that names its table, {@code {"table":"Syslog","row":{…}}}, so that rows of several tables and
 * diagnostic records can travel in one stream.
 *
 * @param row the row
 * @param context of the event, with the row's table
 */
record NamedRow(JsonNode row, EventContext context) {
    private static final String TABLE = "table";
    private static final String ROW = "row";

    static boolean isNamedRow(JsonNode event) {
        return event.size() == 2 && event.path(TABLE).isTextual() && event.path(ROW).isObject();
    }

    static NamedRow of(JsonNode event, EventContext context) throws UnreadableEvent {
        String name = event.path(TABLE).asText();
        TableDescriptor table = context.catalog().find(name)
                .orElseThrow(() -> new UnreadableEvent("unknown table '" + name + "'"));
        return new NamedRow(event.path(ROW),
                new EventContext(context.workspaceId(), context.catalog(), table, context.tenant()));
    }
}

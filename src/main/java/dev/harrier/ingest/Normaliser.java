package dev.harrier.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.harrier.catalog.ColumnDescriptor;
import dev.harrier.catalog.Row;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.ingest.EventRouter.Route;
import dev.harrier.ingest.SourceMapping.Binding;
import dev.harrier.ingest.SourceMapping.Candidate;
import dev.harrier.kql.type.ScalarType;

/**
 * Turns an event of any form into a row of its table. Nothing is lost: what no column takes, and what a column could not
 * read, is in the row's {@code extra}. Safe for use by several threads.
 */
public final class Normaliser {
    private static final String TYPE = "Type";
    private static final String TENANT_ID = "TenantId";

    private record MappingKey(TableDescriptor table, EventForm form) {}

    private final Map<MappingKey, SourceMapping> mappings = new ConcurrentHashMap<>();

    /**
     * The row of this event.
     *
     * @param position where the source has the event; tells events apart that have no identity of their own
     * @throws UnreadableEvent if the event does not tell its table, or is not an event at all
     */
    public Row normalise(JsonNode event, EventContext context, String position) throws UnreadableEvent {
        if (!(event instanceof ObjectNode object)) {
            throw new UnreadableEvent("an event is a JSON object, not " + kind(event));
        }
        Route route = EventRouter.route(object, context);
        SourceMapping mapping = mapping(route);
        Reading reading = new Reading(route.table(), mapping);
        reading.take(object);
        reading.fill();
        reading.finish(context, route.form());
        return reading.row(position);
    }

    /** Mappings are few per table; those of replaced versions of custom tables are dropped when there are many. */
    private SourceMapping mapping(Route route) {
        if (mappings.size() > 1000) {
            mappings.clear();
        }
        return mappings.computeIfAbsent(new MappingKey(route.table(), route.form()),
                key -> new SourceMapping(key.table(), key.form()));
    }

    private static String kind(JsonNode event) {
        return event.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** The reading of one event. */
    private static final class Reading {
        private final TableDescriptor table;
        private final SourceMapping mapping;
        private final JsonNode[] found;
        private final String[] keys;
        private final boolean[] inProperties;
        private final boolean[] used;
        private final ObjectNode values = JsonNodeFactory.instance.objectNode();
        private final ObjectNode extra = JsonNodeFactory.instance.objectNode();
        private final Map<String, JsonNode> trees = new HashMap<>();
        private final List<String> nulled = new ArrayList<>();
        private OptionalLong eventTicks = OptionalLong.empty();

        Reading(TableDescriptor table, SourceMapping mapping) {
            this.table = table;
            this.mapping = mapping;
            this.found = new JsonNode[mapping.slots()];
            this.keys = new String[mapping.slots()];
            this.inProperties = new boolean[mapping.slots()];
            this.used = new boolean[mapping.slots()];
        }

        /** Puts every value into its slot, or aside. */
        void take(ObjectNode event) {
            for (Map.Entry<String, JsonNode> entry : event.properties()) {
                JsonNode value = entry.getValue();
                if (mapping.nested() && entry.getKey().equalsIgnoreCase(SourceMapping.PROPERTIES)) {
                    // Some relays send the properties as text.
                    JsonNode properties = ColumnValues.dynamic(value);
                    if (properties.isObject()) {
                        properties.properties().forEach(property -> place(mapping.propertySlot(property.getKey()),
                                property.getKey(), property.getValue(), true));
                        continue;
                    }
                }
                place(mapping.recordSlot(entry.getKey()), entry.getKey(), value, false);
            }
        }

        private void place(int slot, String key, JsonNode value, boolean property) {
            if (slot < 0) {
                leave(key, value, property);
                return;
            }
            if (found[slot] != null && !ColumnValues.isMissing(ScalarType.STRING, found[slot])) {
                // Two keys for one column, as in exports of unions; an empty one says nothing.
                if (!ColumnValues.isMissing(ScalarType.STRING, value)) {
                    leave(key, value, property);
                }
                return;
            }
            found[slot] = value;
            keys[slot] = key;
            inProperties[slot] = property;
        }

        void fill() {
            for (Binding binding : mapping.bindings()) {
                fill(binding);
            }
            for (int slot = 0; slot < found.length; slot++) {
                if (found[slot] != null && !used[slot]) {
                    leave(keys[slot], found[slot], inProperties[slot]);
                }
            }
        }

        private void fill(Binding binding) {
            ColumnDescriptor column = binding.column();
            JsonNode source = null;
            for (Candidate candidate : binding.candidates()) {
                JsonNode value = at(candidate);
                if (ColumnValues.isMissing(column.type(), value)) {
                    use(candidate);
                } else if (source != null) {
                    if (source.equals(value)) {
                        use(candidate);
                    }
                } else if (read(column, value)) {
                    source = value;
                    use(candidate);
                } else {
                    nulled.add(column.name());
                }
            }
            if (source == null && binding.constant() != null) {
                read(column, TextNode.valueOf(binding.constant()));
            }
        }

        private boolean read(ColumnDescriptor column, JsonNode value) {
            Optional<JsonNode> read = ColumnValues.read(column, value);
            if (read.isEmpty()) {
                return false;
            }
            values.set(column.name(), read.get());
            if (column.jsonText() && !column.promote().isEmpty()) {
                trees.put(column.name(), ColumnValues.dynamic(value));
            }
            return true;
        }

        private JsonNode at(Candidate candidate) {
            JsonNode value = found[candidate.slot()];
            for (String name : candidate.rest()) {
                value = value == null ? null : value.get(name);
            }
            return value;
        }

        private void use(Candidate candidate) {
            if (candidate.whole()) {
                used[candidate.slot()] = true;
            }
        }

        private void leave(String key, JsonNode value, boolean property) {
            if (value.isNull()) {
                return;
            }
            if (property) {
                extra.withObjectProperty(SourceMapping.PROPERTIES).set(key, value);
            } else {
                extra.set(key, value);
            }
        }

        /** What every row has, whatever its source. */
        void finish(EventContext context, EventForm form) {
            if (table.schema().has(TYPE)) {
                values.put(TYPE, table.name());
            }
            if (table.schema().has(TENANT_ID) && !values.has(TENANT_ID)) {
                values.put(TENANT_ID, context.workspaceId().toString());
            }
            String tenant = table.identity().tenant();
            if (form == EventForm.GRAPH && tenant != null && context.tenant() != null && !values.has(tenant)) {
                values.put(tenant, context.tenant());
            }
            JsonNode own = values.has(table.eventTime())
                    ? values.get(table.eventTime())
                    : values.get(table.timeColumn());
            if (own != null) {
                eventTicks = EventTimes.parse(own.asText());
                if (!values.has(table.timeColumn())) {
                    values.set(table.timeColumn(), own);
                }
            }
        }

        Row row(String position) {
            return new Row(table, EventKey.of(table, values, eventTicks, position), values, trees, extra, eventTicks,
                    nulled);
        }
    }
}

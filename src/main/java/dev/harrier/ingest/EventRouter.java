package dev.harrier.ingest;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.harrier.catalog.TableCatalog;
import dev.harrier.catalog.TableDescriptor;

/** Tells which table an event belongs to, and in which form it is. */
final class EventRouter {
    /** Where an event goes. */
    record Route(TableDescriptor table, EventForm form) {}

    private static final String CATEGORY = "category";
    private static final String PROPERTIES = "properties";
    private static final String SIGN_IN_EVENT_TYPES = "signInEventTypes";
    private static final String CREATED = "createdDateTime";
    private static final String TYPE = "Type";

    private EventRouter() {}

    static Route route(ObjectNode event, EventContext context) throws UnreadableEvent {
        JsonNode category = find(event, CATEGORY);
        JsonNode properties = find(event, PROPERTIES);
        if (category != null && category.isTextual() && (properties != null || context.table() == null)) {
            return diagnostic(category.asText(), context);
        }
        if (context.table() != null) {
            boolean graph = isGraph(event) && !context.table().signInEventTypes().isEmpty();
            return new Route(context.table(), graph ? EventForm.GRAPH : EventForm.COLUMNS);
        }
        if (isGraph(event)) {
            return graph(event, context.catalog());
        }
        JsonNode type = event.get(TYPE);
        Optional<TableDescriptor> named = type == null ? Optional.empty() : context.catalog().find(type.asText());
        if (named.isPresent()) {
            return new Route(named.get(), EventForm.COLUMNS);
        }
        throw new UnreadableEvent("the event does not tell its table: it has neither 'category' (one of "
                + String.join(", ", context.catalog().categories()) + ") nor 'signInEventTypes' (one of "
                + String.join(", ", context.catalog().signInEventTypes())
                + "); for rows in column form give the parameter 'table'");
    }

    private static Route diagnostic(String category, EventContext context) throws UnreadableEvent {
        TableDescriptor table = context.catalog().byCategory(category)
                .orElseThrow(() -> new UnreadableEvent("unknown category '" + category + "'; the known ones are "
                        + String.join(", ", context.catalog().categories())));
        if (context.table() != null && context.table() != table) {
            throw new UnreadableEvent("category '" + category + "' belongs to table " + table.name() + ", not to "
                    + context.table().name());
        }
        return new Route(table, EventForm.DIAGNOSTIC);
    }

    private static boolean isGraph(ObjectNode event) {
        JsonNode types = event.get(SIGN_IN_EVENT_TYPES);
        if (types != null && types.isArray()) {
            return true;
        }
        return event.has(CREATED) && (event.has("appId") || event.has("userPrincipalName"));
    }

    /** Graph's first version has no {@code signInEventTypes} and lists interactive sign-ins only. */
    private static Route graph(ObjectNode event, TableCatalog catalog) throws UnreadableEvent {
        JsonNode types = event.path(SIGN_IN_EVENT_TYPES);
        if (types.isMissingNode() || types.isEmpty()) {
            return catalog.bySignInEventType("interactiveUser").map(table -> new Route(table, EventForm.GRAPH))
                    .orElseThrow(() -> new UnreadableEvent("no table takes interactive sign-ins"));
        }
        for (JsonNode type : types) {
            Optional<TableDescriptor> table = catalog.bySignInEventType(type.asText());
            if (table.isPresent()) {
                return new Route(table.get(), EventForm.GRAPH);
            }
        }
        throw new UnreadableEvent("unknown signInEventTypes " + types + "; the known ones are "
                + String.join(", ", catalog.signInEventTypes()));
    }

    /** The value of this key whatever its case; relays write keys in lower case. */
    private static JsonNode find(ObjectNode event, String key) {
        JsonNode exact = event.get(key);
        return exact != null ? exact : event.get(key.toLowerCase(Locale.ROOT));
    }
}

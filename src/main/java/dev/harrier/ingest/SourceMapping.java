package dev.harrier.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.harrier.catalog.ColumnDescriptor;
import dev.harrier.catalog.TableDescriptor;

/**
 * A descriptor's mapping for one form of event, prepared: every key of an event that some column wants has a slot, and
 * every column knows its slots, best first. So an event is walked once, key by key, and what has no slot is left over.
 */
final class SourceMapping {
    static final String PROPERTIES = "properties";
    /** Exports write the time zone, and the type where a union had two columns of one name. */
    private static final Pattern EXPORTED = Pattern
            .compile("(.+?)(?: \\[UTC\\]|_(?:dynamic|string|datetime|long|int|real|bool|guid|timespan))");

    /** A place that a column's value may come from: a slot, and names further down from there. */
    record Candidate(int slot, List<String> rest) {
        boolean whole() {
            return rest.isEmpty();
        }
    }

    /** A column and where it looks, best first. */
    record Binding(ColumnDescriptor column, List<Candidate> candidates, String constant) {}

    private final Map<String, Integer> record = new HashMap<>();
    private final Map<String, Integer> properties = new HashMap<>();
    private final List<Binding> bindings = new ArrayList<>();
    private final boolean nested;
    private final boolean columns;
    private int slots;

    SourceMapping(TableDescriptor table, EventForm form) {
        this.nested = form == EventForm.DIAGNOSTIC;
        this.columns = form == EventForm.COLUMNS;
        for (ColumnDescriptor column : table.columns()) {
            List<Candidate> candidates = new ArrayList<>();
            paths(column, form).forEach(path -> candidates.add(candidate(path)));
            bindings.add(new Binding(column, candidates, constant(column, form)));
        }
        // Relays write keys in lower case; an exact key always comes first.
        addLowerCase(record);
        addLowerCase(properties);
    }

    List<Binding> bindings() {
        return bindings;
    }

    int slots() {
        return slots;
    }

    /** Whether events have a level of {@code properties}. */
    boolean nested() {
        return nested;
    }

    /** The slot of a key of the event itself, or -1. */
    int recordSlot(String key) {
        return slot(record, key);
    }

    /** The slot of a key of its properties, or -1. */
    int propertySlot(String key) {
        return slot(properties, key);
    }

    private int slot(Map<String, Integer> level, String key) {
        Integer exact = level.get(key);
        if (exact == null) {
            exact = level.get(key.toLowerCase(Locale.ROOT));
        }
        if (exact == null && columns) {
            Matcher exported = EXPORTED.matcher(key);
            exact = exported.matches() ? level.get(exported.group(1)) : null;
        }
        return exact == null ? -1 : exact;
    }

    private static List<String> paths(ColumnDescriptor column, EventForm form) {
        return switch (form) {
            case DIAGNOSTIC -> column.from();
            case GRAPH -> column.graph();
            case COLUMNS -> List.of(column.name());
        };
    }

    private static String constant(ColumnDescriptor column, EventForm form) {
        return switch (form) {
            case DIAGNOSTIC -> column.constant();
            case GRAPH -> column.graphConstant() != null ? column.graphConstant() : column.constant();
            case COLUMNS -> null;
        };
    }

    private Candidate candidate(String path) {
        List<String> names = List.of(path.split("\\."));
        boolean property = nested && names.size() > 1 && names.getFirst().equals(PROPERTIES);
        int depth = property ? 1 : 0;
        Map<String, Integer> level = property ? properties : record;
        int slot = level.computeIfAbsent(names.get(depth), key -> slots++);
        return new Candidate(slot, names.subList(depth + 1, names.size()));
    }

    private static void addLowerCase(Map<String, Integer> level) {
        Map<String, Integer> exact = Map.copyOf(level);
        exact.forEach((key, slot) -> level.putIfAbsent(key.toLowerCase(Locale.ROOT), slot));
    }
}

package dev.harrier.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tables that a workspace has: the built-in ones and its own. An immutable picture of one moment. */
public final class TableCatalog {
    private final Map<String, TableDescriptor> byName = new HashMap<>();
    private final Map<String, TableDescriptor> bySlug = new HashMap<>();
    private final Map<String, TableDescriptor> byCategory = new HashMap<>();
    private final Map<String, TableDescriptor> bySignInEventType = new HashMap<>();
    private final List<TableDescriptor> tables;

    /** @throws IllegalArgumentException if two tables share a name (but for case) or a category */
    public TableCatalog(Collection<TableDescriptor> tables) {
        List<TableDescriptor> sorted = new ArrayList<>(tables);
        sorted.sort(Comparator.comparing(TableDescriptor::name));
        this.tables = List.copyOf(sorted);
        for (TableDescriptor table : this.tables) {
            byName.put(table.name(), table);
            refuseClash(bySlug.put(table.slug(), table), table, "name");
            for (String category : table.categories()) {
                refuseClash(byCategory.put(category.toLowerCase(Locale.ROOT), table), table, "category");
            }
            table.signInEventTypes().forEach(type -> bySignInEventType.put(type.toLowerCase(Locale.ROOT), table));
        }
    }

    /** The built-in tables alone. */
    public static TableCatalog builtIn() {
        return new TableCatalog(BuiltInTables.all());
    }

    /** All tables, by name. */
    public List<TableDescriptor> tables() {
        return tables;
    }

    /** The table of exactly this name: KQL's names are case-sensitive. */
    public Optional<TableDescriptor> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The table of this name whatever its case, as file names and stream names write it. */
    public Optional<TableDescriptor> findIgnoringCase(String name) {
        return Optional.ofNullable(bySlug.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The table of a diagnostic category, whatever its case. */
    public Optional<TableDescriptor> byCategory(String category) {
        return Optional.ofNullable(byCategory.get(category.toLowerCase(Locale.ROOT)));
    }

    /** The table of a value of Graph's {@code signInEventTypes}. */
    public Optional<TableDescriptor> bySignInEventType(String type) {
        return Optional.ofNullable(bySignInEventType.get(type.toLowerCase(Locale.ROOT)));
    }

    /** The diagnostic categories that some table takes, as they are written, sorted. */
    public List<String> categories() {
        return tables.stream().flatMap(table -> table.categories().stream()).sorted().toList();
    }

    /** The values of {@code signInEventTypes} that some table takes, sorted. */
    public List<String> signInEventTypes() {
        return tables.stream().flatMap(table -> table.signInEventTypes().stream()).sorted().toList();
    }

    private static void refuseClash(TableDescriptor earlier, TableDescriptor later, String what) {
        if (earlier != null) {
            throw new IllegalArgumentException(
                    "tables '" + earlier.name() + "' and '" + later.name() + "' share a " + what);
        }
    }
}

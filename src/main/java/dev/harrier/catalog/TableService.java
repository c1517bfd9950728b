package dev.harrier.catalog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.JsonNode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

/** Gives the tables of a workspace, and lets its users create, extend and delete their own. */
@ApplicationScoped
public class TableService {
    /** Another instance may have changed a table; this long it may go unnoticed. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private record Cached(TableCatalog catalog, long loaded) {}

    private final CustomTableRepository custom;
    private final Event<TableChanged> changes;
    private final Map<UUID, Cached> catalogs = new ConcurrentHashMap<>();

    @Inject
    TableService(CustomTableRepository custom, Event<TableChanged> changes) {
        this.custom = custom;
        this.changes = changes;
    }

    /** The tables of this workspace, at most two seconds old. */
    public TableCatalog catalog(Workspace workspace) {
        Cached cached = catalogs.get(workspace.id());
        if (cached == null || System.nanoTime() - cached.loaded() > FRESH.toNanos()) {
            cached = new Cached(load(workspace), System.nanoTime());
            catalogs.put(workspace.id(), cached);
        }
        return cached.catalog();
    }

    /** @throws dev.harrier.access.RequestProblem if there is no table of this name */
    public TableDescriptor get(Workspace workspace, String name) {
        TableCatalog catalog = catalog(workspace);
        return catalog.find(name).orElseThrow(() -> TableProblems.unknownTable(name, catalog));
    }

    /**
     * Creates a custom table, or gives one more columns.
     *
     * @throws dev.harrier.access.RequestProblem if the description is unsound or at odds with what is there
     */
    public TableDescriptor put(Workspace workspace, String name, JsonNode description) {
        TableCatalog before = load(workspace);
        Optional<TableDescriptor> existing = before.findIgnoringCase(name);
        if (existing.isPresent() && !existing.get().name().equals(name)) {
            throw TableProblems.conflict("'" + name + "' differs from the table '" + existing.get().name()
                    + "' by case only");
        }
        if (existing.isPresent() && existing.get().builtIn()) {
            throw TableProblems.conflict("'" + name + "' is built in and cannot be changed");
        }
        TableDescriptor table = TableChange.apply(name, description, existing);
        refuseClash(before, table);
        if (!custom.store(workspace.id(), table)) {
            throw TableProblems.conflict("table '" + name + "' was changed at the same time; try again");
        }
        catalogs.remove(workspace.id());
        changes.fire(new TableChanged(workspace, table, false));
        return table;
    }

    /** Deletes a custom table and all its events. */
    public void delete(Workspace workspace, String name) {
        TableDescriptor table = get(workspace, name);
        if (table.builtIn()) {
            throw TableProblems.conflict("'" + name + "' is built in and cannot be deleted");
        }
        custom.delete(workspace.id(), table.slug());
        catalogs.remove(workspace.id());
        changes.fire(new TableChanged(workspace, table, true));
    }

    private TableCatalog load(Workspace workspace) {
        List<TableDescriptor> tables = new ArrayList<>(BuiltInTables.all());
        tables.addAll(custom.list(workspace.id()));
        return new TableCatalog(tables);
    }

    private static void refuseClash(TableCatalog before, TableDescriptor table) {
        List<TableDescriptor> after = new ArrayList<>(before.tables());
        after.removeIf(other -> other.name().equals(table.name()));
        after.add(table);
        try {
            new TableCatalog(after);
        } catch (IllegalArgumentException e) {
            throw TableProblems.conflict(e.getMessage());
        }
    }
}

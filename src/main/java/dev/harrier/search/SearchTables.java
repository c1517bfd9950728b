package dev.harrier.search;

import dev.harrier.catalog.TableCatalog;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import java.util.List;
import java.util.Optional;

/** The tables of one workspace, as queries see them. */
public final class SearchTables implements Tables {
    private final String workspace;
    private final TableCatalog catalog;
    private final OpenSearchStorage storage;

    /** @param workspace its slug */
    SearchTables(String workspace, TableCatalog catalog, OpenSearchStorage storage) {
        this.workspace = workspace;
        this.catalog = catalog;
        this.storage = storage;
    }

    @Override
    public Optional<Table> find(String name) {
        return catalog.find(name).map(descriptor -> new SearchTable(workspace, descriptor, storage));
    }

    @Override
    public List<String> names() {
        return catalog.tables().stream().map(TableDescriptor::name).toList();
    }
}

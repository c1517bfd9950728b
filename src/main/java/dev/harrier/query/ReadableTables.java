package dev.harrier.query;

import dev.harrier.kql.table.ExternalData;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.table.Watchlists;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a query of a caller may read.
 *
 * @param workspaces the tables of a workspace by its slug; empty if the caller may not read them
 */
record ReadableTables(Tables own, Function<String, Optional<Tables>> workspaces, ExternalData externalData)
        implements
            Tables {
    @Override
    public Optional<Table> find(String name) {
        return own.find(name);
    }

    @Override
    public List<String> names() {
        return own.names();
    }

    @Override
    public Watchlists watchlists() {
        return own.watchlists();
    }

    @Override
    public Optional<Tables> inWorkspace(String name) {
        return workspaces.apply(name);
    }
}

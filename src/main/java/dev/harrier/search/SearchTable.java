package dev.harrier.search;

import dev.harrier.catalog.TableDescriptor;
import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.type.Schema;
import java.util.Optional;

/**
 * A table of a workspace whose rows are in OpenSearch.
 *
 * @param workspace its slug, which is part of index names
 */
record SearchTable(String workspace, TableDescriptor descriptor, Storage storage) implements Table {
    @Override
    public String name() {
        return descriptor.name();
    }

    @Override
    public Schema schema() {
        return descriptor.schema();
    }

    @Override
    public Optional<String> timeColumn() {
        return Optional.of(descriptor.timeColumn());
    }

    /** All indices of this table; slugs hold no dots, so no other table or workspace is meant. */
    String indices() {
        return "harrier." + workspace + "." + descriptor.slug() + ".*";
    }
}

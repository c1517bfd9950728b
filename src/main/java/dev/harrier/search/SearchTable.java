package dev.harrier.search;

import dev.harrier.catalog.StoredFields;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.kql.table.Storage;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of a workspace whose rows are in OpenSearch, as one query sees it: what is known of its rows is asked once, so
 * that what was planned as exact is run as such.
 */
final class SearchTable implements Table {
    private static final List<Column> HIDDEN = List.of(new Column(StoredFields.ITEM_ID, ScalarType.STRING),
            new Column(StoredFields.TIME_RECEIVED, ScalarType.DATETIME));

    private final String workspace;
    private final TableDescriptor descriptor;
    private final Storage storage;
    private TableFacts facts;

    /** @param workspace its slug, which is part of index names */
    SearchTable(String workspace, TableDescriptor descriptor, Storage storage) {
        this.workspace = workspace;
        this.descriptor = descriptor;
        this.storage = storage;
    }

    @Override
    public String name() {
        return descriptor.name();
    }

    @Override
    public Schema schema() {
        return descriptor.schema();
    }

    @Override
    public List<Column> hiddenColumns() {
        return HIDDEN;
    }

    @Override
    public Optional<String> timeColumn() {
        return Optional.of(descriptor.timeColumn());
    }

    @Override
    public Storage storage() {
        return storage;
    }

    TableDescriptor descriptor() {
        return descriptor;
    }

    synchronized TableFacts facts(Function<SearchTable, TableFacts> ask) {
        if (facts == null) {
            facts = ask.apply(this);
        }
        return facts;
    }

    /** All indices of this table; slugs hold no dots, so no other table or workspace is meant. */
    String indices() {
        return "harrier." + workspace + "." + descriptor.slug() + ".*";
    }

    /** Two mentions of a table in one query are the same, so that equal parts of the query are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SearchTable table && workspace.equals(table.workspace)
                && descriptor == table.descriptor && storage == table.storage;
    }

    @Override
    public int hashCode() {
        return 31 * workspace.hashCode() + descriptor.name().hashCode();
    }
}

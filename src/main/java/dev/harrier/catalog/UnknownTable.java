package dev.harrier.catalog;

/** There is no table of this name in the workspace. */
public final class UnknownTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownTable(String name, TableCatalog catalog) {
        super("there is no table '" + name + "'" + catalog.findIgnoringCase(name)
                .map(table -> "; did you mean '" + table.name() + "'?").orElse(""));
    }
}

package dev.harrier.catalog;

import dev.harrier.access.RequestProblem;

/** What can be wrong with requests about workspaces and tables. */
public final class TableProblems {
    private TableProblems() {}

    /** There is no workspace of this name. */
    public static RequestProblem unknownWorkspace(String slug) {
        return RequestProblem.notFound("unknown-workspace", "there is no workspace '" + slug + "'");
    }

    /** There is no table of this name in the workspace. */
    public static RequestProblem unknownTable(String name, TableCatalog catalog) {
        String advice = catalog.findIgnoringCase(name).map(table -> "did you mean '" + table.name() + "'?")
                .orElseGet(() -> "the tables are "
                        + String.join(", ", catalog.tables().stream().map(TableDescriptor::name).toList()));
        return RequestProblem.notFound("unknown-table", "there is no table '" + name + "'; " + advice);
    }

    /** The description of a table breaks a rule. */
    static RequestProblem malformed(String message) {
        return RequestProblem.badRequest("invalid-table", message);
    }

    /** The description is sound by itself but at odds with what is there. */
    static RequestProblem conflict(String message) {
        return new RequestProblem(409, "table-conflict", message);
    }
}

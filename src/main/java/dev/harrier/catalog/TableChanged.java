package dev.harrier.catalog;

/**
 * A custom table was created, extended or deleted; storage follows.
 *
 * @param table the table as it is now, or as it was when it is gone
 */
public record TableChanged(Workspace workspace, TableDescriptor table, boolean deleted) {}

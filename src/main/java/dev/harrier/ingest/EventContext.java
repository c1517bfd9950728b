package dev.harrier.ingest;

import java.util.UUID;

import dev.harrier.catalog.TableCatalog;
import dev.harrier.catalog.TableDescriptor;

/**
 * What is known about events before they are read.
 *
 * @param workspaceId what {@code TenantId} says where the source does not
 * @param catalog the tables of the workspace
 * @param table the table that rows in column form belong to, or {@code null} when each event tells
 * @param tenant the Entra tenant of events that do not name theirs, or {@code null}
 */
public record EventContext(UUID workspaceId, TableCatalog catalog, TableDescriptor table, String tenant) {}

package dev.harrier.catalog;

import java.util.UUID;

/**
 * A workspace: everything belongs to one.
 *
 * @param slug {@code [a-z0-9-]{1,63}}, as in paths and index names
 */
public record Workspace(UUID id, String slug) {}

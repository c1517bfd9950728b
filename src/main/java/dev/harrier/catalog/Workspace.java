package dev.harrier.catalog;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A workspace: everything belongs to one.
 *
 * @param slug {@code [a-z0-9-]{1,63}}, as in paths and index names
 */
@Schema(description = "What everything belongs to.", requiredProperties = {"id", "slug"})
public record Workspace(UUID id,
        @Schema(description = "Its name in paths.", pattern = "^[a-z0-9-]{1,63}$", examples = "default") String slug) {}

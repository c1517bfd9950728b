package dev.harrier.access;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody did.
 *
 * @param action method and path
 * @param status the HTTP status that answered it
 * @param detail what was asked, for example the query's text; may be {@code null}
 */
@Schema(description = "What somebody did.", requiredProperties = {"id", "at", "caller", "address", "workspace",
        "action",
        "status", "detail"})
public record AuditEntry(long id, Instant at,
        @Schema(description = "Who: `key:` and the name of a key, or another way of access.", examples = "key:nightly import") String caller,
        @Schema(description = "From where: an IP address.", examples = "203.0.113.7") String address,
        @Schema(nullable = true) String workspace,
        @Schema(description = "Method and path.", examples = "POST /api/v1/workspaces/default/queries") String action,
        @Schema(description = "The HTTP status that answered it.") int status,
        @Schema(nullable = true, description = "What was asked, for example the query's text.") String detail) {}

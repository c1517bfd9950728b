package dev.harrier.access;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Who did what in a workspace. */
@Path("/api/v1/workspaces/{workspace}")
@Tag(name = "Access")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class AuditResource {
    @Inject
    AuditLog audit;

    /** A part of the audit. */
    @Schema(requiredProperties = {"items", "nextCursor"})
    public record AuditPage(List<AuditEntry> items,
            @Schema(nullable = true, description = "Gives the next page; null at the end.") String nextCursor) {}

    @GET
    @Path("audit")
    @Blocking
    @Extension(name = "x-required-role", value = "admin")
    @Operation(operationId = "listAudit", summary = "Read the audit, newest first", description = "Queries, changes, and whatever was refused.")
    @APIResponse(responseCode = "200", description = "A page of entries.")
    @APIResponse(responseCode = "400", description = "pageSize or cursor make no sense.")
    public RestResponse<AuditPage> list(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The most entries.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = PageRequest.DEFAULT_SIZE)) @QueryParam("pageSize") @DefaultValue(PageRequest.DEFAULT_SIZE) String pageSize,
            @Parameter(description = "`nextCursor` of the page before.") @QueryParam("cursor") String cursor,
            @Context UriInfo request) {
        PageRequest page = PageRequest.of(pageSize, cursor);
        List<AuditEntry> found = audit.before(workspace, page.after().orElse(Long.MAX_VALUE), page.size() + 1);
        boolean more = found.size() > page.size();
        List<AuditEntry> items = more ? found.subList(0, page.size()) : found;
        String next = more ? PageRequest.cursorAfter(items.getLast().id()) : null;
        return PageRequest.answer(new AuditPage(items, next), next, request);
    }
}

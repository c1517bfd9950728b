package dev.harrier.access;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what in a workspace. */
@Path("/api/v1/workspaces/{workspace}/audit")
@Tag(name = "Access")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class AuditResource {
    private static final int MOST = 1000;

    @Inject
    AuditLog audit;

    @GET
    @Blocking
    @Operation(summary = "Read the audit, newest first", description = "For the next page give the least 'id' of this one as 'before'.")
    public List<AuditEntry> list(@PathParam("workspace") String workspace,
            @QueryParam("before") @DefaultValue("9223372036854775807") long before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return audit.before(workspace, before, Math.clamp(limit, 1, MOST));
    }
}

package dev.harrier.catalog;

import dev.harrier.access.RequestProblem;
import dev.harrier.access.RequiresRole;
import dev.harrier.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Workspaces: everything else belongs to one. */
@Path("/api/v1/workspaces/{workspace}")
@Tag(name = "Workspaces")
@Produces(MediaType.APPLICATION_JSON)
public class WorkspaceResource {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,63}");

    @Inject
    WorkspaceRepository workspaces;

    @GET
    @Blocking
    @RequiresRole(Role.READER)
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "getWorkspace", summary = "Get a workspace")
    @APIResponse(responseCode = "200", description = "The workspace")
    @APIResponse(responseCode = "404", description = "There is none of this name")
    public Workspace get(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace) {
        return workspaces.get(workspace);
    }

    @PUT
    @Blocking
    @RequiresRole(Role.ADMIN)
    @Extension(name = "x-required-role", value = "admin")
    @Operation(operationId = "putWorkspace", summary = "Create a workspace", description = "Nothing happens if it is there already.")
    @APIResponse(responseCode = "200", description = "It was there", content = @Content(schema = @Schema(implementation = Workspace.class)))
    @APIResponse(responseCode = "201", description = "It was created", content = @Content(schema = @Schema(implementation = Workspace.class)))
    @APIResponse(responseCode = "400", description = "The name has other characters than a-z, 0-9 and -")
    public Response put(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace) {
        if (!SLUG.matcher(workspace).matches()) {
            throw RequestProblem.badRequest("invalid-workspace",
                    "a workspace's name is 1 to 63 of the characters a-z, 0-9 and -");
        }
        boolean created = workspaces.create(workspace);
        return Response.status(created ? Response.Status.CREATED : Response.Status.OK)
                .entity(workspaces.get(workspace)).build();
    }
}

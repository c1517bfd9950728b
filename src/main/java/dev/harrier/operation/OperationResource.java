package dev.harrier.operation;

import dev.harrier.access.RequestProblem;
import dev.harrier.access.RequiresRole;
import dev.harrier.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Long pieces of work: where they stand, their results, and how to end them. */
@Path("/api/v1/workspaces/{workspace}/operations")
@Tag(name = "Operations")
@RequiresRole(Role.READER)
@Produces(MediaType.APPLICATION_JSON)
public class OperationResource {
    @Inject
    Operations operations;

    @GET
    @Blocking
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "List operations, newest first")
    public List<OperationView> list(@PathParam("workspace") String workspace) {
        return operations.of(workspace);
    }

    @GET
    @Path("{id}")
    @Blocking
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Where an operation stands")
    public OperationView get(@PathParam("workspace") String workspace, @PathParam("id") UUID id) {
        return operations.get(workspace, id).view();
    }

    @GET
    @Path("{id}/result")
    @Blocking
    @Produces(MediaType.WILDCARD)
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "The result of an operation that succeeded")
    public Response result(@PathParam("workspace") String workspace, @PathParam("id") UUID id) {
        Operation operation = operations.get(workspace, id);
        java.nio.file.Path file = operation.result().orElseThrow(() -> new RequestProblem(409, "no-result",
                "the operation is " + operation.view().state() + " and has no result"));
        return Response.ok(file.toFile()).type(operation.mediaType()).build();
    }

    @DELETE
    @Path("{id}")
    @Blocking
    @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Cancel an operation")
    public void cancel(@PathParam("workspace") String workspace, @PathParam("id") UUID id) {
        operations.get(workspace, id).cancel();
    }
}

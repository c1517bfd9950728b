package dev.harrier.operation;

import dev.harrier.access.PageRequest;
import dev.harrier.access.RequestProblem;
import dev.harrier.access.RequiresRole;
import dev.harrier.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Long pieces of work: where they stand, their results, and how to end them. */
@Path("/api/v1/workspaces/{workspace}")
@Tag(name = "Operations")
@RequiresRole(Role.READER)
@Produces(MediaType.APPLICATION_JSON)
public class OperationResource {
    @Inject
    Operations operations;

    /** A part of the operations. */
    @Schema(requiredProperties = {"items", "nextCursor"})
    public record OperationPage(List<OperationView> items,
            @Schema(nullable = true, description = "Gives the next page; null at the end.") String nextCursor) {}

    @GET
    @Path("operations")
    @Blocking
    @Extension(name = "x-required-role", value = "reader")
    @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "listOperations", summary = "List operations, newest first")
    @APIResponse(responseCode = "200", description = "A page of operations.")
    @APIResponse(responseCode = "400", description = "pageSize or cursor make no sense.")
    public RestResponse<OperationPage> list(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The most entries.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = PageRequest.DEFAULT_SIZE)) @QueryParam("pageSize") @DefaultValue(PageRequest.DEFAULT_SIZE) String pageSize,
            @Parameter(description = "`nextCursor` of the page before.") @QueryParam("cursor") String cursor,
            @Context UriInfo request) {
        PageRequest page = PageRequest.of(pageSize, cursor);
        List<Operation> found = operations.of(workspace, page.after().orElse(Long.MAX_VALUE), page.size() + 1);
        boolean more = found.size() > page.size();
        List<Operation> items = more ? found.subList(0, page.size()) : found;
        String next = more ? PageRequest.cursorAfter(items.getLast().number()) : null;
        return PageRequest.answer(new OperationPage(items.stream().map(Operation::view).toList(), next), next,
                request);
    }

    @GET
    @Path("operations/{id}")
    @Blocking
    @Extension(name = "x-required-role", value = "reader")
    @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "getOperation", summary = "Show where an operation stands")
    @APIResponse(responseCode = "200", description = "The operation.")
    @APIResponse(responseCode = "404", description = "There is none, or it is forgotten.")
    public OperationView get(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The operation's id.") @PathParam("id") UUID id) {
        return operations.get(workspace, id).view();
    }

    @GET
    @Path("operations/{id}/result")
    @Blocking
    @Produces(MediaType.WILDCARD)
    @Extension(name = "x-required-role", value = "reader")
    @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "getOperationResult", summary = "Get the result of an operation that succeeded", description = "Of a query: its answer as JSON.")
    @APIResponse(responseCode = "200", description = "The result.", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "QueryAnswer")))
    @APIResponse(responseCode = "404", description = "There is no such operation, or it is forgotten.")
    @APIResponse(responseCode = "409", description = "It has no result: it runs, failed or was cancelled.")
    public Response result(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The operation's id.") @PathParam("id") UUID id) {
        Operation operation = operations.get(workspace, id);
        java.nio.file.Path file = operation.result().orElseThrow(() -> new RequestProblem(409, "no-result",
                "the operation is " + operation.view().state() + " and has no result"));
        return Response.ok(file.toFile()).type(operation.mediaType()).build();
    }

    @DELETE
    @Path("operations/{id}")
    @Blocking
    @Extension(name = "x-required-role", value = "reader")
    @org.eclipse.microprofile.openapi.annotations.Operation(operationId = "cancelOperation", summary = "Cancel an operation", description = "Nothing happens if it has ended.")
    @APIResponse(responseCode = "204", description = "It runs no more.")
    @APIResponse(responseCode = "404", description = "There is none, or it is forgotten.")
    public void cancel(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The operation's id.") @PathParam("id") UUID id) {
        operations.get(workspace, id).cancel();
    }
}

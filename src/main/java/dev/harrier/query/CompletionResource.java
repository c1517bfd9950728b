package dev.harrier.query;

import dev.harrier.access.AuditDetail;
import dev.harrier.access.RequiresRole;
import dev.harrier.access.Role;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Help while a query is written. */
@Path("/api/v1/workspaces/{workspace}")
@Tag(name = "Queries")
@RequiresRole(Role.READER)
public class CompletionResource {
    private static final String EXAMPLE = """
            {"query":"SigninLogs | where Us","position":21}""";

    @Inject
    QueryService queries;

    @Inject
    AuditDetail audit;

    @POST
    @Path("queries:complete")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "completeQuery", summary = "Say how a query could go on", description = """
            Tables, columns that are there at that point, names that the text declares, functions, operators and their \
            words, and frequent values of a column behind a comparison. The text may be unfinished.""")
    @APIResponse(responseCode = "200", description = "What may stand at the position, and what it replaces.")
    @APIResponse(responseCode = "400", description = "The request makes no sense.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    public CompletionView complete(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = CompletionRequest.class), examples = @ExampleObject(name = "A column", value = EXAMPLE))) CompletionRequest request) {
        audit.leaveOut();
        return CompletionView.of(queries.complete(workspace, CompletionRequest.checked(request)));
    }
}

package dev.harrier.ingest;

import dev.harrier.access.PageRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.harrier.access.RequiresRole;
import dev.harrier.access.Role;
import dev.harrier.catalog.Workspace;
import dev.harrier.catalog.WorkspaceRepository;
import dev.harrier.ingest.DeadLetterRepository.Filter;
import dev.harrier.ingest.DeadLetterService.ReplayReport;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows, replays and deletes dead letters. */
@Path("/api/v1/workspaces/{workspace}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Dead letters")
public class DeadLetterResource {
    private static final int SHOWN_IN_LIST = 4096;

    /** How many letters a filter deleted. */
    @Schema(name = "DeletedDeadLetters", requiredProperties = "deleted")
    public record Deleted(@Schema(description = "How many.") int deleted) {}

    /**
     * A page of letters.
     *
     * @param total all that match
     * @param nextCursor gives the next page; null at the end
     */
    @Schema(name = "DeadLetterPage", requiredProperties = {"total", "items", "nextCursor"})
    public record Letters(@Schema(description = "All that match.") long total, List<Letter> items,
            @Schema(nullable = true, description = "Gives the next page; null at the end.") String nextCursor) {}

    /**
     * A letter as it is shown.
     *
     * @param event the event as text; in a list its beginning
     * @param bytes its full length
     */
    @Schema(name = "DeadLetter", requiredProperties = {"id", "received", "connector", "table", "tenant", "reason",
            "position", "event", "bytes", "replays"})
    public record Letter(long id, Instant received,
            @Schema(description = "The way it came in.", examples = "http") String connector,
            @Schema(nullable = true, description = "The table that the request named.") String table,
            @Schema(nullable = true, description = "The tenant that the request named.") String tenant,
            @Schema(description = "Why it was rejected.") String reason, EventPosition position,
            @Schema(description = "The event as text; in a list its first 4096 bytes.") String event,
            @Schema(description = "Its full length in bytes.") int bytes,
            @Schema(description = "How often it was tried again.") int replays) {
        static Letter of(DeadLetter letter, int most) {
            byte[] event = letter.event();
            return new Letter(letter.id(), letter.received(), letter.connector(), letter.table(), letter.tenant(),
                    letter.reason(), letter.position(),
                    new String(event, 0, Math.min(event.length, most), StandardCharsets.UTF_8), event.length,
                    letter.replays());
        }
    }

    private final WorkspaceRepository workspaces;
    private final DeadLetterService service;

    @Inject
    DeadLetterResource(WorkspaceRepository workspaces, DeadLetterService service) {
        this.workspaces = workspaces;
        this.service = service;
    }

    @GET
    @Path("dead-letters")
    @RequiresRole(Role.READER)
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "listDeadLetters", summary = "List dead letters, oldest first")
    @APIResponse(responseCode = "200", description = "A page of letters.")
    @APIResponse(responseCode = "400", description = "pageSize or cursor make no sense.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    public RestResponse<Letters> list(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The table that the request named.") @QueryParam("table") String table,
            @Parameter(description = "The way they came in.") @QueryParam("connector") String connector,
            @Parameter(description = "Text that the reason contains.") @QueryParam("reason") String reason,
            @Parameter(description = "The most entries.", schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = PageRequest.DEFAULT_SIZE)) @QueryParam("pageSize") @DefaultValue(PageRequest.DEFAULT_SIZE) String pageSize,
            @Parameter(description = "`nextCursor` of the page before.") @QueryParam("cursor") String cursor,
            @Context UriInfo request) {
        Workspace found = workspaces.get(workspace);
        Filter filter = new Filter(table, connector, reason);
        PageRequest page = PageRequest.of(pageSize, cursor);
        List<DeadLetter> letters = service.list(found, filter, page.after().orElse(0), page.size() + 1);
        boolean more = letters.size() > page.size();
        List<Letter> items = letters.stream().limit(page.size()).map(letter -> Letter.of(letter, SHOWN_IN_LIST))
                .toList();
        String next = more ? PageRequest.cursorAfter(items.getLast().id()) : null;
        return PageRequest.answer(new Letters(service.count(found, filter), items, next), next, request);
    }

    @GET
    @Path("dead-letters/{id: \\d+}")
    @RequiresRole(Role.READER)
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "getDeadLetter", summary = "Show a dead letter with the whole event")
    @APIResponse(responseCode = "200", description = "The letter.")
    @APIResponse(responseCode = "404", description = "There is no such workspace or letter.")
    public Letter get(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The letter's id.") @PathParam("id") long id) {
        return Letter.of(service.get(workspaces.get(workspace), id), Integer.MAX_VALUE);
    }

    @POST
    @Path("dead-letters/{id: \\d+}:replay")
    @RequiresRole(Role.INGESTOR)
    @Extension(name = "x-required-role", value = "ingestor")
    @Operation(operationId = "replayDeadLetter", summary = "Take a dead letter in again", description = "Removes it when it arrives; else it stays with the new reason.")
    @APIResponse(responseCode = "200", description = "What became of it.")
    @APIResponse(responseCode = "404", description = "There is no such workspace or letter.")
    public ReplayReport replay(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The letter's id.") @PathParam("id") long id)
            throws InterruptedException, IOException {
        return service.replay(workspaces.get(workspace), id);
    }

    @POST
    @Path("dead-letters:replay")
    @RequiresRole(Role.INGESTOR)
    @Extension(name = "x-required-role", value = "ingestor")
    @Operation(operationId = "replayDeadLetters", summary = "Take matching dead letters in again", description = "At most 500 at a time; 'remaining' says how many were not tried.")
    @APIResponse(responseCode = "200", description = "What became of them.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    public ReplayReport replayAll(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The table that the request named.") @QueryParam("table") String table,
            @Parameter(description = "The way they came in.") @QueryParam("connector") String connector,
            @Parameter(description = "Text that the reason contains.") @QueryParam("reason") String reason,
            @Parameter(description = "Only letters with greater ids: to skip those that were rejected again.") @QueryParam("after") @DefaultValue("0") long after)
            throws InterruptedException, IOException {
        return service.replay(workspaces.get(workspace), new Filter(table, connector, reason), after);
    }

    @DELETE
    @Path("dead-letters/{id: \\d+}")
    @RequiresRole(Role.CONTRIBUTOR)
    @Extension(name = "x-required-role", value = "contributor")
    @Operation(operationId = "deleteDeadLetter", summary = "Delete a dead letter")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "There is no such workspace or letter.")
    public void delete(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The letter's id.") @PathParam("id") long id) {
        service.delete(workspaces.get(workspace), id);
    }

    @DELETE
    @Path("dead-letters")
    @RequiresRole(Role.CONTRIBUTOR)
    @Extension(name = "x-required-role", value = "contributor")
    @Operation(operationId = "deleteDeadLetters", summary = "Delete matching dead letters")
    @APIResponse(responseCode = "200", description = "How many are gone.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    public Deleted deleteAll(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The table that the request named.") @QueryParam("table") String table,
            @Parameter(description = "The way they came in.") @QueryParam("connector") String connector,
            @Parameter(description = "Text that the reason contains.") @QueryParam("reason") String reason) {
        return new Deleted(service.delete(workspaces.get(workspace), new Filter(table, connector, reason)));
    }
}

package dev.harrier.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.Operation;
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

/** Shows, replays and deletes dead letters. */
@Path("/api/v1/workspaces/{workspace}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "dead letters", description = "Events that could not be taken in, kept as they came.")
public class DeadLetterResource {
    private static final int MOST = 1000;
    private static final int SHOWN_IN_LIST = 4096;

    /** How many letters a filter deleted. */
    public record Deleted(int deleted) {}

    /**
     * A page of letters.
     *
     * @param total all that match
     * @param next what to give as 'after' for the next page, or null at the end
     */
    public record Letters(long total, List<Letter> items, Long next) {}

    /**
     * A letter as it is shown.
     *
     * @param event the event as text; in a list its beginning
     * @param bytes its full length
     */
    public record Letter(long id, Instant received, String connector, String table, String tenant, String reason,
            EventPosition position, String event, int bytes, int replays) {
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
    @Operation(operationId = "listDeadLetters", summary = "List dead letters, oldest first")
    @APIResponse(responseCode = "200", description = "A page of letters.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    public Letters list(@PathParam("workspace") String workspace, @QueryParam("table") String table,
            @QueryParam("connector") String connector,
            @Parameter(description = "Text that the reason contains.") @QueryParam("reason") String reason,
            @QueryParam("after") @DefaultValue("0") long after, @QueryParam("limit") @DefaultValue("100") int limit) {
        Workspace found = workspaces.get(workspace);
        Filter filter = new Filter(table, connector, reason);
        int most = Math.clamp(limit, 1, MOST);
        List<DeadLetter> page = service.list(found, filter, after, most);
        Long next = page.size() < most ? null : (Long) page.getLast().id();
        return new Letters(service.count(found, filter),
                page.stream().map(letter -> Letter.of(letter, SHOWN_IN_LIST)).toList(), next);
    }

    @GET
    @Path("dead-letters/{id: \\d+}")
    @RequiresRole(Role.READER)
    @Operation(operationId = "getDeadLetter", summary = "Show a dead letter with the whole event")
    @APIResponse(responseCode = "200", description = "The letter.")
    @APIResponse(responseCode = "404", description = "There is no such workspace or letter.")
    public Letter get(@PathParam("workspace") String workspace, @PathParam("id") long id) {
        return Letter.of(service.get(workspaces.get(workspace), id), Integer.MAX_VALUE);
    }

    @POST
    @Path("dead-letters/{id: \\d+}:replay")
    @RequiresRole(Role.INGESTOR)
    @Operation(operationId = "replayDeadLetter", summary = "Take a dead letter in again", description = "Removes it when it arrives; else it stays with the new reason.")
    @APIResponse(responseCode = "200", description = "What became of it.")
    @APIResponse(responseCode = "404", description = "There is no such workspace or letter.")
    public ReplayReport replay(@PathParam("workspace") String workspace, @PathParam("id") long id)
            throws InterruptedException, IOException {
        return service.replay(workspaces.get(workspace), id);
    }

    @POST
    @Path("dead-letters:replay")
    @RequiresRole(Role.INGESTOR)
    @Operation(operationId = "replayDeadLetters", summary = "Take matching dead letters in again", description = "At most 500 at a time; 'remaining' says how many were not tried.")
    @APIResponse(responseCode = "200", description = "What became of them.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    public ReplayReport replayAll(@PathParam("workspace") String workspace, @QueryParam("table") String table,
            @QueryParam("connector") String connector, @QueryParam("reason") String reason,
            @QueryParam("after") @DefaultValue("0") long after) throws InterruptedException, IOException {
        return service.replay(workspaces.get(workspace), new Filter(table, connector, reason), after);
    }

    @DELETE
    @Path("dead-letters/{id: \\d+}")
    @RequiresRole(Role.CONTRIBUTOR)
    @Operation(operationId = "deleteDeadLetter", summary = "Delete a dead letter")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "There is no such workspace or letter.")
    public void delete(@PathParam("workspace") String workspace, @PathParam("id") long id) {
        service.delete(workspaces.get(workspace), id);
    }

    @DELETE
    @Path("dead-letters")
    @RequiresRole(Role.CONTRIBUTOR)
    @Operation(operationId = "deleteDeadLetters", summary = "Delete matching dead letters")
    @APIResponse(responseCode = "200", description = "How many are gone.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    public Deleted deleteAll(@PathParam("workspace") String workspace, @QueryParam("table") String table,
            @QueryParam("connector") String connector, @QueryParam("reason") String reason) {
        return new Deleted(service.delete(workspaces.get(workspace), new Filter(table, connector, reason)));
    }
}

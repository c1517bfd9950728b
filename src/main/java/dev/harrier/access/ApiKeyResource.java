package dev.harrier.access;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API keys of a workspace. Keys for all workspaces are made by the command {@code create-key} only. */
@Path("/api/v1/workspaces/{workspace}/keys")
@Tag(name = "Access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class ApiKeyResource {
    @Inject
    ApiKeys keys;

    /**
     * What a new key is to be.
     *
     * @param name for people to tell it from others
     * @param roles {@code reader}, {@code ingestor}, {@code contributor}, {@code responder}, {@code admin}
     * @param expires when it stops working; never, if left out
     */
    public record NewKey(String name, List<String> roles, Instant expires) {}

    /** A key without its secret. */
    public record KeyInfo(UUID id, String name, List<String> roles, Instant created, Instant expires,
            Instant revoked) {}

    @GET
    @Blocking
    @Operation(summary = "List the keys of the workspace", description = "Secrets are not kept and so not shown.")
    public List<KeyInfo> list(@PathParam("workspace") String workspace) {
        return keys.ofWorkspace(workspace).stream().map(ApiKeyResource::info).toList();
    }

    @POST
    @Blocking
    @Operation(summary = "Make a key", description = "The answer holds the key itself, this once.")
    public Response create(@PathParam("workspace") String workspace, NewKey wanted) {
        if (wanted == null || wanted.name() == null || wanted.name().isBlank() || wanted.roles() == null) {
            throw RequestProblem.badRequest("invalid-key", "a key needs 'name' and 'roles'");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String keyword : wanted.roles()) {
            Optional<Role> role = Role.named(keyword);
            if (role.isEmpty()) {
                throw RequestProblem.badRequest("invalid-key", "'" + keyword
                        + "' is not a role; roles are reader, ingestor, contributor, responder, admin");
            }
            roles.add(role.get());
        }
        return Response.status(Response.Status.CREATED).entity(
                keys.create(wanted.name(), Optional.of(workspace), roles, Optional.ofNullable(wanted.expires())))
                .build();
    }

    @DELETE
    @Path("{id}")
    @Blocking
    @Operation(summary = "Revoke a key", description = "It stops working at once; the audit keeps its name.")
    public void revoke(@PathParam("workspace") String workspace, @PathParam("id") UUID id) {
        if (!keys.revoke(workspace, id)) {
            throw RequestProblem.notFound("unknown-key", "the workspace has no key " + id);
        }
    }

    private static KeyInfo info(ApiKey key) {
        return new KeyInfo(key.id, key.name, key.roleSet().stream().map(Role::keyword).toList(), key.created,
                key.expires, key.revoked);
    }
}

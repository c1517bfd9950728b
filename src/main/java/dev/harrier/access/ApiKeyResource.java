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
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API keys of a workspace. Keys for all workspaces are made by the command {@code create-key} only. */
@Path("/api/v1/workspaces/{workspace}")
@Tag(name = "Access")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RequiresRole(Role.ADMIN)
public class ApiKeyResource {
    private static final String EXAMPLE = "{\"name\":\"nightly import\",\"roles\":[\"ingestor\"]}";

    @Inject
    ApiKeys keys;

    /**
     * What a new key is to be.
     *
     * @param name for people to tell it from others
     * @param roles {@code reader}, {@code ingestor}, {@code contributor}, {@code responder}, {@code admin}
     * @param expires when it stops working; never, if left out
     */
    @Schema(name = "NewKey", description = "What a new key is to be.", requiredProperties = {"name", "roles"})
    public record NewKey(
            @Schema(description = "For people to tell it from others.", examples = "nightly import") String name,
            @Schema(description = "What its holder may do.", enumeration = {"reader", "ingestor", "contributor",
                    "responder", "admin"}, examples = "[\"ingestor\"]") List<String> roles,
            @Schema(description = "When it stops working; never, if left out.", nullable = true) Instant expires){}

    /** A key without its secret. */
    @Schema(name = "Key", description = "A key without its secret.", requiredProperties = {"id", "name", "roles",
            "created", "expires", "revoked"})
    public record KeyInfo(UUID id, String name, List<String> roles, Instant created,
            @Schema(nullable = true, description = "When it stops working.") Instant expires,
            @Schema(nullable = true, description = "When it was revoked.") Instant revoked) {}

    /** All keys. */
    @Schema(name = "KeyList", requiredProperties = "items")
    public record KeyList(List<KeyInfo> items) {}

    @GET
    @Path("keys")
    @Blocking
    @Extension(name = "x-required-role", value = "admin")
    @Operation(operationId = "listKeys", summary = "List the keys of the workspace", description = "Secrets are not kept and so not shown.")
    @APIResponse(responseCode = "200", description = "The keys, revoked ones too.")
    public KeyList list(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace) {
        return new KeyList(keys.ofWorkspace(workspace).stream().map(ApiKeyResource::info).toList());
    }

    @POST
    @Path("keys")
    @Blocking
    @Extension(name = "x-required-role", value = "admin")
    @Operation(operationId = "createKey", summary = "Make a key", description = "The answer holds the key itself, this once.")
    @APIResponse(responseCode = "201", description = "The key was made.", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = ApiKeys.Created.class)))
    @APIResponse(responseCode = "400", description = "The name or the roles are missing or wrong.")
    public Response create(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = NewKey.class), examples = @ExampleObject(name = "For a program that sends events", value = EXAMPLE))) NewKey wanted) {
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
    @Path("keys/{id}")
    @Blocking
    @Extension(name = "x-required-role", value = "admin")
    @Operation(operationId = "revokeKey", summary = "Revoke a key", description = "It stops working at once; the audit keeps its name.")
    @APIResponse(responseCode = "204", description = "It works no more.")
    @APIResponse(responseCode = "404", description = "The workspace has no such key.")
    public void revoke(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The key's id.") @PathParam("id") UUID id) {
        if (!keys.revoke(workspace, id)) {
            throw RequestProblem.notFound("unknown-key", "the workspace has no key " + id);
        }
    }

    private static KeyInfo info(ApiKey key) {
        return new KeyInfo(key.id, key.name, key.roleSet().stream().map(Role::keyword).toList(), key.created,
                key.expires, key.revoked);
    }
}

package dev.harrier.query;

import dev.harrier.access.RequestProblem;
import dev.harrier.access.RequiresRole;
import dev.harrier.access.Role;
import dev.harrier.kql.reference.LanguageEntry;
import dev.harrier.kql.reference.LanguageReference;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What queries can be made of: the same in all workspaces, and until the service is replaced. */
@Path("/api/v1/functions")
@Tag(name = "Language")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(value = Role.READER, anywhere = true)
public class FunctionResource {
    private static final int SECONDS_FRESH = 3600;
    private static final EntityTag TAG = new EntityTag(
            Integer.toHexString(LanguageReference.builtIn().entries().hashCode()));

    /** The names that were asked for. */
    @Schema(name = "LanguageEntryList", requiredProperties = "items")
    public record FunctionList(List<FunctionView> items) {}

    @GET
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "listFunctions", summary = "List functions, operators and the other names of the language", description = """
            With forms, documentation and examples. Names of the official language that are not supported are told with \
            `support=all`, `refused` or `unbuilt`.""")
    @APIResponse(responseCode = "200", description = "By kind and name.", headers = @Header(name = "ETag", description = "Changes with the service.", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FunctionList.class)))
    @APIResponse(responseCode = "304", description = "As the caller has it.")
    @APIResponse(responseCode = "400", description = "There is no such kind.")
    public Response list(
            @Parameter(description = "A part of the name, in any case.", example = "ipv4") @QueryParam("name") String name,
            @Parameter(description = "Only these: function, aggregate, operator, source, plugin, sign or statement.", example = "function") @QueryParam("kind") String kind,
            @Parameter(description = "supported, refused, unbuilt or all.", example = "supported") @QueryParam("support") @DefaultValue("supported") String support,
            @Context Request request) {
        if (kind != null) {
            constant(LanguageEntry.Kind.class, "kind", kind);
        }
        if (!support.equals("all")) {
            constant(LanguageEntry.Support.class, "support", support);
        }
        String part = name == null ? "" : name.toLowerCase(Locale.ROOT);
        return cached(request, new FunctionList(LanguageReference.builtIn().entries().stream()
                .filter(entry -> kind == null || FunctionView.word(entry.kind()).equals(kind))
                .filter(entry -> support.equals("all") || FunctionView.word(entry.support()).equals(support))
                .filter(entry -> isNamed(entry, part))
                .map(FunctionView::of).toList()));
    }

    private static boolean isNamed(LanguageEntry entry, String part) {
        return entry.name().toLowerCase(Locale.ROOT).contains(part)
                || entry.aliases().stream().anyMatch(alias -> alias.toLowerCase(Locale.ROOT).contains(part));
    }

    @GET
    @Path("{name}")
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "getFunction", summary = "Show one name of the language", description = "By name or alias. Where it is several things, a function goes first; `kind` says which is meant.")
    @APIResponse(responseCode = "200", description = "What there is to say of it.", headers = @Header(name = "ETag", description = "Changes with the service.", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = FunctionView.class)))
    @APIResponse(responseCode = "304", description = "As the caller has it.")
    @APIResponse(responseCode = "400", description = "There is no such kind.")
    @APIResponse(responseCode = "404", description = "The language has no such name.")
    public Response get(@Parameter(description = "The name.", example = "strlen") @PathParam("name") String name,
            @Parameter(description = "Only this kind.", example = "function") @QueryParam("kind") String kind,
            @Context Request request) {
        if (kind != null) {
            constant(LanguageEntry.Kind.class, "kind", kind);
        }
        LanguageEntry found = LanguageReference.builtIn().find(name).stream()
                .filter(entry -> kind == null || FunctionView.word(entry.kind()).equals(kind)).findFirst()
                .orElseThrow(() -> RequestProblem.notFound("unknown-function", "the language has no '" + name + "'"));
        return cached(request, FunctionView.of(found));
    }

    private static Response cached(Request request, Object body) {
        CacheControl fresh = new CacheControl();
        fresh.setPrivate(true);
        fresh.setMaxAge(SECONDS_FRESH);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(TAG);
        return (unchanged == null ? Response.ok(body) : unchanged).tag(TAG).cacheControl(fresh).build();
    }

    private static <E extends Enum<E>> void constant(Class<E> type, String parameter, String word) {
        for (E constant : type.getEnumConstants()) {
            if (FunctionView.word(constant).equals(word)) {
                return;
            }
        }
        throw RequestProblem.badRequest("invalid-parameter", "'" + parameter + "' cannot be '" + word + "'");
    }
}

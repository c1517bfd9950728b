package dev.harrier.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import dev.harrier.access.RequestProblem;
import dev.harrier.access.RequiresRole;
import dev.harrier.access.Role;
import dev.harrier.catalog.TableCatalog;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.catalog.TableService;
import dev.harrier.catalog.TableProblems;
import dev.harrier.catalog.Workspace;
import dev.harrier.catalog.WorkspaceRepository;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Takes in events over HTTP. */
@Path("/api/v1/workspaces/{workspace}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ingest")
public class IngestResource {
    private static final String LINES = "application/x-ndjson";
    private static final String JSON_LINES = "application/jsonl";
    private static final String CSV = "text/csv";
    private static final String ENVELOPE = """
            {"records":[{"time":"2026-03-01T10:00:00Z","category":"SignInLogs","tenantId":"6f3c0f2e-58b1-4d6e-9d39-2f1f6f0f5d10",\
            "properties":{"id":"d8f0","createdDateTime":"2026-03-01T10:00:00Z","userPrincipalName":"ada@fjord.example"}}]}""";
    private static final Pattern CONNECTOR = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final WorkspaceRepository workspaces;
    private final TableService tables;
    private final IngestService service;

    @Inject
    IngestResource(WorkspaceRepository workspaces, TableService tables, IngestService service) {
        this.workspaces = workspaces;
        this.tables = tables;
        this.service = service;
    }

    @POST
    @Path("ingest")
    @Consumes({MediaType.APPLICATION_JSON, LINES, JSON_LINES, CSV, MediaType.APPLICATION_OCTET_STREAM})
    @Blocking
    @RequiresRole(Role.INGESTOR)
    @Extension(name = "x-required-role", value = "ingestor")
    @Operation(operationId = "ingest", summary = "Take in events", description = """
            A diagnostic envelope ({"records":[…]}), a single record, an array, one of these per line, a list of \
            Microsoft Graph sign-ins ({"value":[…]}), or exported rows as CSV; plain or gzip, of any length. The table \
            is told by each event's category or signInEventTypes; rows in column form need the parameter 'table'. The \
            answer comes when every accepted event is on disk. An event that was taken in before is counted as a \
            duplicate and changes nothing. Unreadable events are kept as dead letters.""")
    @RequestBody(required = true, description = "Plain, or gzip with Content-Encoding.", content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(description = "An envelope, a record, an array or a list of Microsoft Graph."), examples = @ExampleObject(name = "Diagnostic envelope", value = ENVELOPE)),
            @Content(mediaType = LINES, schema = @Schema(type = SchemaType.STRING, description = "One JSON object per line.")),
            @Content(mediaType = JSON_LINES, schema = @Schema(type = SchemaType.STRING, description = "One JSON object per line.")),
            @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING, description = "A line of column names, then rows.")),
            @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(type = SchemaType.STRING, format = "binary", description = "JSON of any of the forms."))})
    @APIResponse(responseCode = "200", description = "Everything was read; what became of it is in the report.", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = IngestReport.class)))
    @APIResponse(responseCode = "400", description = "The body cannot be read to its end. The report says what was taken in before, the position where it broke.", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "IngestProblem")))
    @APIResponse(responseCode = "404", description = "There is no such workspace or table.")
    @APIResponse(responseCode = "415", description = "Neither JSON nor CSV, or an encoding other than gzip.")
    @APIResponse(responseCode = "503", description = "The store does not take events now; send the same body again.", content = @Content(mediaType = "application/problem+json", schema = @Schema(ref = "IngestProblem")))
    public IngestReport ingest(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The table of rows in column form.") @QueryParam("table") String table,
            @Parameter(description = "The Entra tenant of events that do not name theirs, as in Graph lists.") @QueryParam("tenant") String tenant,
            @Parameter(description = "A name for this way in, shown with dead letters.") @QueryParam("connector") String connector,
            @Parameter(description = "`wait_for`: answer when queries see the events.", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "wait_for", "false"}, defaultValue = "false")) @QueryParam("refresh") String refresh,
            @Parameter(description = "Repeat a request under the same key and events without an identity of their own are duplicates, too.") @HeaderParam("Idempotency-Key") String key,
            @Parameter(hidden = true) @HeaderParam("Content-Type") String contentType,
            @Parameter(description = "`gzip` if the body is compressed.", schema = @Schema(type = SchemaType.STRING, enumeration = {
                    "gzip", "identity"})) @HeaderParam("Content-Encoding") String encoding,
            InputStream body) throws IOException, InterruptedException {
        Workspace found = workspaces.get(workspace);
        IngestRequest request = new IngestRequest(found, table(found, table), blankToNull(tenant),
                matching("connector", connector, CONNECTOR, IngestRequest.HTTP),
                matching("Idempotency-Key", key, KEY, UUID.randomUUID().toString()), waits(refresh));
        String type = contentType.toLowerCase(Locale.ROOT);
        try {
            return service.ingest(request, decoded(body, encoding),
                    type.startsWith(LINES) || type.startsWith(JSON_LINES), type.startsWith(CSV));
        } catch (IngestFailure failure) {
            throw problem(failure);
        }
    }

    private static RequestProblem problem(IngestFailure failure) {
        RequestProblem problem = switch (failure.kind()) {
            case MALFORMED -> RequestProblem.badRequest("malformed-body", failure.getMessage());
            case TOO_MANY_REJECTIONS -> RequestProblem.badRequest("too-many-rejections", failure.getMessage());
            case UNAVAILABLE -> new RequestProblem(503, "store-unavailable", failure.getMessage());
        };
        if (failure.position() != null) {
            MalformedStream place = failure.position();
            problem.with("position", Map.of("line", place.line(), "column", place.column(), "offset", place.offset()));
        }
        return problem.with("report", failure.report());
    }

    private TableDescriptor table(Workspace workspace, String name) {
        if (name == null) {
            return null;
        }
        TableCatalog catalog = tables.catalog(workspace);
        return catalog.find(name).or(() -> catalog.findIgnoringCase(name))
                .orElseThrow(() -> TableProblems.unknownTable(name, catalog));
    }

    private static boolean waits(String refresh) {
        if (refresh != null && !refresh.equals("wait_for") && !refresh.equals("false")) {
            throw RequestProblem.badRequest("invalid-parameter", "refresh is 'wait_for' or 'false'");
        }
        return "wait_for".equals(refresh);
    }

    private static String matching(String name, String value, Pattern pattern, String otherwise) {
        if (value == null) {
            return otherwise;
        }
        if (!pattern.matcher(value).matches()) {
            throw RequestProblem.badRequest("invalid-parameter", name + " must match " + pattern);
        }
        return value;
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static InputStream decoded(InputStream body, String encoding) throws IOException {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (encoding.equalsIgnoreCase("gzip")) {
            return new Inflated(body);
        }
        throw new RequestProblem(415, "unsupported-encoding", "the body is plain or gzip, not " + encoding);
    }

    /** Opens the compressed stream when it is first read, so that a damaged head is a malformed body like any other. */
    private static final class Inflated extends InputStream {
        private final InputStream compressed;
        private GZIPInputStream plain;

        Inflated(InputStream compressed) {
            this.compressed = compressed;
        }

        @Override
        public int read() throws IOException {
            return open().read();
        }

        @Override
        public int read(byte[] target, int at, int length) throws IOException {
            return open().read(target, at, length);
        }

        private InputStream open() throws IOException {
            if (plain == null) {
                plain = new GZIPInputStream(compressed, 1 << 16);
            }
            return plain;
        }
    }
}

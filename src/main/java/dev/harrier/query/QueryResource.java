package dev.harrier.query;

import dev.harrier.access.AuditDetail;
import dev.harrier.access.RequestProblem;
import dev.harrier.access.RequiresRole;
import dev.harrier.access.Role;
import dev.harrier.kql.Explanation;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.operation.OperationView;
import dev.harrier.query.format.CsvFormat;
import dev.harrier.query.format.JsonFormat;
import dev.harrier.query.format.NdjsonFormat;
import dev.harrier.query.format.ResultFormat;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Queries over the tables of a workspace. */
@Path("/api/v1/workspaces/{workspace}")
@Tag(name = "Queries")
@RequiresRole(Role.READER)
public class QueryResource {
    private static final List<ResultFormat> FORMATS = List.of(new JsonFormat(), new NdjsonFormat(), new CsvFormat());
    private static final String EXAMPLE = """
            {"query":"SigninLogs | where ResultType != '0' | summarize Failures = count() by ResultType","timespan":"P7D"}""";
    private static final String QUERY_ID = "X-Query-Id";
    private static final String ASYNC = "respond-async";

    /** The queries that are running. */
    @Schema(requiredProperties = "items")
    public record QueryList(List<RunningQuery> items) {}

    @Inject
    QueryService queries;

    @Inject
    QueryOperations operations;

    @Inject
    AuditDetail audit;

    @POST
    @Path("queries")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, "application/x-ndjson", "text/csv"})
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "runQuery", summary = "Run a query", description = """
            Accept chooses the form of the answer: JSON has all tables, statistics and warnings; NDJSON and CSV have the \
            first table. NDJSON is streamed, and its last line tells whether it is whole. The other forms are answered \
            when the query has ended, so a failure is an error. A caller who hangs up cancels the query.""")
    @APIResponse(responseCode = "200", description = "The answer.", headers = @Header(name = "X-Query-Id", description = "The query's id, to find it in the log.", schema = @Schema(type = SchemaType.STRING, format = "uuid")), content = {
            @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "QueryAnswer")),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(ref = "QueryRow")),
            @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING, description = "RFC 4180: a line of names, then the rows; nulls are empty, dynamics are JSON text."))})
    @APIResponse(responseCode = "202", description = "Running as an operation.", headers = @Header(name = "Location", description = "The operation.", schema = @Schema(type = SchemaType.STRING)), content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = OperationView.class)))
    @APIResponse(responseCode = "400", description = "The text has errors, `diagnostics` has all of them; or the request makes no sense.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    @APIResponse(responseCode = "406", description = "Accept has none of the media types.")
    @APIResponse(responseCode = "409", description = "The query was cancelled.")
    @APIResponse(responseCode = "415", description = "The body is not JSON.")
    @APIResponse(responseCode = "422", description = "A limit on memory, rows or bytes was reached.")
    @APIResponse(responseCode = "429", description = "Too many queries are running; see Retry-After.")
    @APIResponse(responseCode = "503", description = "The index does not answer.")
    @APIResponse(responseCode = "504", description = "The time limit passed.")
    public Response run(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "`respond-async` runs the query as an operation, whose result is JSON.") @HeaderParam("Prefer") String prefer,
            @Context HttpHeaders headers, @Context RoutingContext connection,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = QueryRequest.class), examples = @ExampleObject(name = "Failures by result", value = EXAMPLE))) QueryRequest request) {
        audit(request);
        QueryRun run = start(workspace, request);
        if (prefer != null && prefer.contains(ASYNC)) {
            OperationView operation = operations.start(run);
            return Response.accepted(operation)
                    .location(URI.create("/api/v1/workspaces/" + workspace + "/operations/" + operation.id()))
                    .header("Preference-Applied", ASYNC).header(QUERY_ID, run.id()).build();
        }
        connection.addEndHandler(ended -> end(ended.failed(), run));
        ResultFormat format = format(headers);
        return Response.ok(format.isStreamed() ? streamed(run, format) : whole(run, format, connection))
                .type(format.mediaType()).header(QUERY_ID, run.id()).build();
    }

    /** A client that is gone may never ask for the rows: then nobody else would free the query's slot. */
    private static void end(boolean clientIsGone, QueryRun run) {
        if (clientIsGone) {
            run.cancel();
            run.closeUnlessRead();
        }
    }

    private static ResultFormat format(HttpHeaders headers) {
        for (MediaType wanted : headers.getAcceptableMediaTypes()) {
            for (ResultFormat format : FORMATS) {
                if (wanted.isCompatible(MediaType.valueOf(format.mediaType()))) {
                    return format;
                }
            }
        }
        return FORMATS.getFirst();
    }

    private static StreamingOutput streamed(QueryRun run, ResultFormat format) {
        return out -> {
            if (run.beginReading()) {
                try (run) {
                    format.write(run.execution(), out);
                }
            }
        };
    }

    private static StreamingOutput whole(QueryRun run, ResultFormat format, RoutingContext connection) {
        run.beginReading();
        try (run) {
            QueryAnswer answer = QueryAnswer.of(run, format);
            connection.addEndHandler(ended -> answer.close());
            return answer::writeTo;
        } catch (QueryFailure failure) {
            throw QueryProblems.of(failure).with("queryId", run.id());
        }
    }

    private QueryRun start(String workspace, QueryRequest request) {
        try {
            return queries.run(workspace, request);
        } catch (QueryRejected rejected) {
            throw QueryProblems.of(rejected, request.query());
        } catch (QueryFailure failure) {
            // Some plugins read their input to know their columns.
            throw QueryProblems.of(failure);
        }
    }

    private void audit(QueryRequest request) {
        audit.set(request == null ? null : request.query());
    }

    @POST
    @Path("queries:validate")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "validateQuery", summary = "Check a query without running it", description = "All diagnostics with their places, and the columns of the answer.")
    @APIResponse(responseCode = "200", description = "What there is to say about it.")
    @APIResponse(responseCode = "400", description = "The request makes no sense.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    public ValidationView validate(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = QueryRequest.class), examples = @ExampleObject(name = "Failures by result", value = EXAMPLE))) QueryRequest request) {
        return ValidationView.of(queries.validate(workspace, request), request.query());
    }

    @POST
    @Path("queries:explain")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "explainQuery", summary = "Show how a query would be answered", description = "The plan, each OpenSearch request as it would be sent, and what stays here and why.")
    @APIResponse(responseCode = "200", description = "One plan per table of the answer.", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Explanation")))
    @APIResponse(responseCode = "400", description = "The text has errors; `diagnostics` has all of them.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    public Explanation explain(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = QueryRequest.class), examples = @ExampleObject(name = "Failures by result", value = EXAMPLE))) QueryRequest request) {
        try {
            return queries.explain(workspace, request);
        } catch (QueryRejected rejected) {
            throw QueryProblems.of(rejected, request.query());
        } catch (QueryFailure failure) {
            throw QueryProblems.of(failure);
        }
    }

    @GET
    @Path("queries")
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "listQueries", summary = "List the queries that are running")
    @APIResponse(responseCode = "200", description = "The queries of this instance.")
    public QueryList running(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace) {
        return new QueryList(queries.running(workspace).stream().map(RunningQuery::of).toList());
    }

    @DELETE
    @Path("queries/{id}")
    @Blocking
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "cancelQuery", summary = "Cancel a running query", description = "Whoever waits for its answer is told so.")
    @APIResponse(responseCode = "204", description = "It is told to end.")
    @APIResponse(responseCode = "404", description = "No such query is running.")
    public void cancel(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = "The query's id.") @PathParam("id") UUID id) {
        if (!queries.cancel(workspace, id)) {
            throw RequestProblem.notFound("unknown-query", "no query " + id + " is running");
        }
    }
}

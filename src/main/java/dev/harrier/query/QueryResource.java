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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Queries over the tables of a workspace. */
@Path("/api/v1/workspaces/{workspace}")
@Tag(name = "Queries")
@RequiresRole(Role.READER)
public class QueryResource {
    private static final List<ResultFormat> FORMATS = List.of(new JsonFormat(), new NdjsonFormat(), new CsvFormat());
    private static final String ASYNC = "respond-async";

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
    @Operation(summary = "Run a query", description = """
            Answers as JSON (all tables, dynamics as JSON), NDJSON (one object per row, streamed) or CSV, as Accept asks.
            With 'Prefer: respond-async' it runs as an operation: 202 and its address in Location.""")
    @APIResponse(responseCode = "200", description = "The answer")
    @APIResponse(responseCode = "202", description = "Running as an operation")
    @APIResponse(responseCode = "400", description = "The text has errors; 'diagnostics' has all of them")
    @APIResponse(responseCode = "422", description = "A limit on memory, rows or bytes was reached")
    @APIResponse(responseCode = "429", description = "Too many queries are running; see Retry-After")
    @APIResponse(responseCode = "504", description = "The time limit passed")
    public Response run(@PathParam("workspace") String workspace, @HeaderParam("Prefer") String prefer,
            @Context HttpHeaders headers, @Context RoutingContext connection, QueryRequest request) {
        audit(request);
        QueryRun run = start(workspace, request);
        if (prefer != null && prefer.contains(ASYNC)) {
            OperationView operation = operations.start(run);
            return Response.accepted(operation)
                    .location(URI.create("/api/v1/workspaces/" + workspace + "/operations/" + operation.id()))
                    .header("Preference-Applied", ASYNC).build();
        }
        connection.addEndHandler(ended -> cancelIf(ended.failed(), run));
        ResultFormat format = format(headers);
        return Response.ok(format.isStreamed() ? streamed(run, format) : whole(run, format))
                .type(format.mediaType()).header("X-Query-Id", run.id()).build();
    }

    private static void cancelIf(boolean clientIsGone, QueryRun run) {
        if (clientIsGone) {
            run.cancel();
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
            try (run) {
                format.write(run.execution(), out);
            }
        };
    }

    private static StreamingOutput whole(QueryRun run, ResultFormat format) {
        try (run) {
            QueryAnswer answer = QueryAnswer.of(run, format);
            return out -> {
                try (answer) {
                    answer.writeTo(out);
                }
            };
        } catch (QueryFailure failure) {
            throw QueryProblems.of(failure);
        }
    }

    private QueryRun start(String workspace, QueryRequest request) {
        try {
            return queries.run(workspace, request);
        } catch (QueryRejected rejected) {
            throw QueryProblems.of(rejected, request.query());
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
    @Operation(summary = "Check a query without running it", description = "All diagnostics with their places, and the columns of the answer.")
    public ValidationView validate(@PathParam("workspace") String workspace, QueryRequest request) {
        return ValidationView.of(queries.validate(workspace, request), request.query());
    }

    @POST
    @Path("queries:explain")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Show how a query would be answered", description = "The plan, each OpenSearch request as it would be sent, and what stays here and why.")
    public Explanation explain(@PathParam("workspace") String workspace, QueryRequest request) {
        try {
            return queries.explain(workspace, request);
        } catch (QueryRejected rejected) {
            throw QueryProblems.of(rejected, request.query());
        }
    }

    @GET
    @Path("queries")
    @Blocking
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "List the queries that are running")
    public List<RunningQuery> running(@PathParam("workspace") String workspace) {
        return queries.running(workspace).stream().map(RunningQuery::of).toList();
    }

    @DELETE
    @Path("queries/{id}")
    @Blocking
    @Operation(summary = "Cancel a running query", description = "Whoever waits for its answer is told so.")
    public void cancel(@PathParam("workspace") String workspace, @PathParam("id") UUID id) {
        if (!queries.cancel(workspace, id)) {
            throw RequestProblem.notFound("unknown-query", "no query " + id + " is running");
        }
    }
}

package dev.harrier.query;

import dev.harrier.access.AuditDetail;
import dev.harrier.access.RequestProblem;
import dev.harrier.access.RequiresRole;
import dev.harrier.access.Role;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.page.QueryFailure;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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

/** The query operation of Azure Monitor's Log Analytics API, for clients that already speak it. */
@Path("/v1/workspaces/{workspace}/query")
@Tag(name = "Log Analytics")
@Produces(MediaType.APPLICATION_JSON)
@RequiresRole(Role.READER)
public class LogAnalyticsResource {
    private static final String EXAMPLE = """
            {"query":"SigninLogs | where ResultType != '0' | summarize Failures = count() by ResultType","timespan":"P7D"}""";
    private static final String PREFER = "`wait=` seconds, at most 600; `include-statistics=true`; `include-render=true`.";
    private static final long DEFAULT_WAIT_SECONDS = 180;
    private static final long MOST_WAIT_SECONDS = 600;

    @Inject
    QueryService queries;

    @Inject
    AuditDetail audit;

    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "queryLogAnalytics", summary = "Run a query as Log Analytics does", description = """
            Dynamics are JSON text. A result that is too large is a partial answer with `error` beside `tables`.""")
    @APIResponse(responseCode = "200", description = "The tables, perhaps with an error beside them.", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "LogAnalyticsAnswer")))
    @APIResponse(responseCode = "400", description = "The text has errors; the innermost code has line and pos.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    @APIResponse(responseCode = "429", description = "Too many queries are running; see Retry-After.")
    @APIResponse(responseCode = "504", description = "The time limit passed.")
    public Response post(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = PREFER) @HeaderParam("Prefer") String prefer,
            @Context RoutingContext connection,
            @RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = LogAnalyticsRequest.class), examples = @ExampleObject(name = "Failures by result", value = EXAMPLE))) LogAnalyticsRequest request) {
        return answer(workspace, Prefer.of(prefer), connection, request);
    }

    @GET
    @Blocking
    @Extension(name = "x-required-role", value = "reader")
    @Operation(operationId = "queryLogAnalyticsByGet", summary = "Run a query as Log Analytics does, by GET")
    @APIResponse(responseCode = "200", description = "The tables, perhaps with an error beside them.", content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "LogAnalyticsAnswer")))
    @APIResponse(responseCode = "400", description = "The text has errors; the innermost code has line and pos.")
    @APIResponse(responseCode = "404", description = "There is no such workspace.")
    @APIResponse(responseCode = "429", description = "Too many queries are running; see Retry-After.")
    @APIResponse(responseCode = "504", description = "The time limit passed.")
    public Response get(
            @Parameter(description = "The workspace's name.", example = "default") @PathParam("workspace") String workspace,
            @Parameter(description = PREFER) @HeaderParam("Prefer") String prefer,
            @Parameter(description = "The text, in KQL.", required = true, example = "SigninLogs | take 2") @QueryParam("query") String query,
            @Parameter(description = "What every table is cut to, as ISO 8601.") @QueryParam("timespan") String timespan,
            @Context RoutingContext connection) {
        return answer(workspace, Prefer.of(prefer), connection, new LogAnalyticsRequest(query, timespan, null));
    }

    private Response answer(String workspace, Prefer prefer, RoutingContext connection, LogAnalyticsRequest request) {
        String correlationId = UUID.randomUUID().toString();
        if (request == null || request.query() == null) {
            return LogAnalyticsError.of(RequestProblem.badRequest("no-query", "The request has no 'query'."),
                    correlationId);
        }
        audit.set(request.query());
        if (request.workspaces() != null && !request.workspaces().isEmpty()) {
            return LogAnalyticsError.notSupported("Queries over several workspaces", correlationId);
        }
        try (QueryRun run = queries.run(workspace, nativeRequest(request, prefer))) {
            connection.addEndHandler(ended -> run.cancel());
            return Response.ok(LogAnalyticsAnswer.of(run.execution(), prefer)).build();
        } catch (QueryRejected rejected) {
            return LogAnalyticsError.of(rejected, request.query(), correlationId);
        } catch (QueryFailure failure) {
            return LogAnalyticsError.of(QueryProblems.of(failure), correlationId);
        } catch (RequestProblem problem) {
            return LogAnalyticsError.of(problem, correlationId);
        }
    }

    private static QueryRequest nativeRequest(LogAnalyticsRequest request, Prefer prefer) {
        long wait = Math.min(MOST_WAIT_SECONDS, prefer.waitSeconds().orElse(DEFAULT_WAIT_SECONDS));
        return new QueryRequest(request.query(), request.timespan(),
                new QueryRequest.Options(null, null, wait, null, null, null));
    }
}

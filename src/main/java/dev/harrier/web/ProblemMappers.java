package dev.harrier.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.harrier.access.RequestProblem;
import dev.harrier.query.LogAnalyticsError;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Writes errors of the framework and bugs as problems; a bug is told by a number that the log has too, and by nothing else. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int SERVER_ERROR = 500;
    private static final String LOG_ANALYTICS = "/v1/";

    /** The framework has a mapper of its own for this one, which says nothing in production. */
    @ServerExceptionMapper
    Response misfittingJson(MismatchedInputException misfit, UriInfo request) {
        return malformedJson(misfit, request);
    }

    @ServerExceptionMapper
    Response malformedJson(JsonProcessingException malformed, UriInfo request) {
        JsonLocation location = malformed.getLocation();
        String place = location == null
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        String reason = malformed instanceof JsonMappingException ? "the JSON does not fit: " : "this is not JSON: ";
        RequestProblem problem = RequestProblem.badRequest("malformed-json",
                reason + withoutClassNames(malformed.getOriginalMessage()) + place);
        if (location != null) {
            problem.with("line", location.getLineNr()).with("column", location.getColumnNr());
        }
        return write(problem, request);
    }

    /** How our classes are called is nothing that a caller could use. */
    private static String withoutClassNames(String message) {
        return message.replaceAll("`?(?:[a-z]+\\.)+([A-Z]\\w*\\$)?([A-Z]\\w*)`?", "$2");
    }

    private static Response write(RequestProblem problem, UriInfo request) {
        return request.getPath().startsWith(LOG_ANALYTICS)
                ? LogAnalyticsError.of(problem, UUID.randomUUID().toString())
                : Problem.response(problem);
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response notAuthenticated(RuntimeException failed) {
        Response response = Problem.response(401, "unauthenticated",
                failed.getMessage() == null ? "an API key is needed" : failed.getMessage(), Map.of());
        return Response.fromResponse(response).header("WWW-Authenticate", "Bearer realm=\"harrier\"").build();
    }

    /** What the framework refuses: an unknown path, a wrong method, a wrong media type, a body of the wrong form. */
    @ServerExceptionMapper
    Response refused(WebApplicationException refused, UriInfo request) {
        if (refused.getCause() instanceof JsonProcessingException malformed) {
            return malformedJson(malformed, request);
        }
        int status = refused.getResponse().getStatus();
        if (status >= SERVER_ERROR || refused.getResponse().hasEntity() || status < 400) {
            return status >= SERVER_ERROR ? bug(refused) : refused.getResponse();
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        String word = known == null ? "refused" : known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        Response answer = write(new RequestProblem(status, word, detail(refused, known)), request);
        String allowed = refused.getResponse().getHeaderString("Allow");
        return allowed == null ? answer : Response.fromResponse(answer).header("Allow", allowed).build();
    }

    private static String detail(WebApplicationException refused, Response.Status known) {
        return switch (known) {
            case NOT_FOUND -> "there is nothing at this path";
            case METHOD_NOT_ALLOWED -> "the path does not take this method";
            case UNSUPPORTED_MEDIA_TYPE -> "the body's Content-Type is not one that this operation takes";
            case NOT_ACCEPTABLE -> "none of the media types in Accept can be given";
            case null, default -> String.valueOf(refused.getMessage());
        };
    }

    @ServerExceptionMapper
    Response bug(Throwable bug) {
        String number = UUID.randomUUID().toString();
        LOG.errorf(bug, "Internal error %s", number);
        return Problem.response(SERVER_ERROR, "internal-error",
                "an internal error; the log has it under this number", Map.of("correlationId", number));
    }
}

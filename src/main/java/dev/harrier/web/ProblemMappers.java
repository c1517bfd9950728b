package dev.harrier.web;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Writes errors of the framework and bugs as problems; a bug is told by a number that the log has too, and by nothing else. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int SERVER_ERROR = 500;

    @ServerExceptionMapper
    Response malformedJson(JsonProcessingException malformed) {
        JsonLocation location = malformed.getLocation();
        String place = location == null
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        String reason = malformed instanceof JsonMappingException ? "the JSON does not fit: " : "this is not JSON: ";
        return Problem.response(400, "malformed-json", reason + malformed.getOriginalMessage() + place, Map.of());
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    Response notAuthenticated(RuntimeException failed) {
        Response response = Problem.response(401, "unauthenticated",
                failed.getMessage() == null ? "an API key is needed" : failed.getMessage(), Map.of());
        return Response.fromResponse(response).header("WWW-Authenticate", "Bearer realm=\"harrier\"").build();
    }

    /** What the framework refuses: an unknown path, a wrong method, a wrong media type, a body of the wrong form. */
    @ServerExceptionMapper
    Response refused(WebApplicationException refused) {
        if (refused.getCause() instanceof JsonProcessingException malformed) {
            return malformedJson(malformed);
        }
        int status = refused.getResponse().getStatus();
        if (status >= SERVER_ERROR || refused.getResponse().hasEntity() || status < 400) {
            return status >= SERVER_ERROR ? bug(refused) : refused.getResponse();
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        String word = known == null ? "refused" : known.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        return Problem.response(status, word, detail(refused, known), Map.of());
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

package dev.harrier.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.harrier.access.RequestProblem;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/**
 * An error as RFC 9457 writes it.
 *
 * @param type {@code urn:harrier:problem:<word>}: the word is stable
 * @param title the status in words
 * @param detail what is wrong, and where
 * @param members what the kind of problem adds, such as {@code diagnostics}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail,
        @JsonAnyGetter Map<String, Object> members) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:harrier:problem:";

    static Response response(int status, String word, String detail, Map<String, Object> members) {
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? word : known.getReasonPhrase();
        return Response.status(status).type(MEDIA_TYPE)
                .entity(new Problem(TYPE + word, title, status, detail, members)).build();
    }

    static Response response(RequestProblem problem) {
        Response response = response(problem.status(), problem.type(), problem.getMessage(), problem.members());
        return problem.retryAfter() == null
                ? response
                : Response.fromResponse(response).header("Retry-After", problem.retryAfter().toSeconds()).build();
    }
}

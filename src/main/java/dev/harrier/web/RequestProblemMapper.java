package dev.harrier.web;

import dev.harrier.access.RequestProblem;
import dev.harrier.query.LogAnalyticsError;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/**
 * Writes what a feature refuses as a problem. A provider by itself: mappers of the other kind are looked at while the
 * application is built, by a JDK that may be older than our classes.
 */
@Provider
public class RequestProblemMapper implements ExceptionMapper<RequestProblem> {
    private static final String LOG_ANALYTICS = "/v1/";

    @Context
    UriInfo request;

    @Override
    public Response toResponse(RequestProblem problem) {
        if (request.getPath().startsWith(LOG_ANALYTICS)) {
            return LogAnalyticsError.of(problem, UUID.randomUUID().toString());
        }
        return Problem.response(problem);
    }
}

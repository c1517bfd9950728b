package dev.harrier.web;

import dev.harrier.access.RequestProblem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Writes what a feature refuses as a problem. A provider by itself: mappers of the other kind are looked at while the
 * application is built, by a JDK that may be older than our classes.
 */
@Provider
public class RequestProblemMapper implements ExceptionMapper<RequestProblem> {
    @Override
    public Response toResponse(RequestProblem problem) {
        return Problem.response(problem);
    }
}

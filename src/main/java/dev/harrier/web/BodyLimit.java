package dev.harrier.web;

import java.util.Map;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Bounds the bodies that operations hold in memory. Taking in events reads its body as a stream and is not bound, which
 * the framework's own limit cannot tell apart.
 */
@ApplicationScoped
class BodyLimit {
    private static final String STREAMED = "/api/v1/workspaces/[^/]+/ingest";

    private final long limit;

    @Inject
    BodyLimit(@ConfigProperty(name = "harrier.http.max-body-size", defaultValue = "64M") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void install(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::check);
    }

    private void check(RoutingContext request) {
        if (request.normalizedPath().matches(STREAMED)) {
            request.next();
            return;
        }
        String length = request.request().getHeader("Content-Length");
        if (length == null) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
            request.next();
        } else if (Long.parseLong(length) > limit) {
            JsonObject problem = new JsonObject(Map.of("type", "urn:harrier:problem:body-too-large", "title",
                    "Body too large", "status", 413, "detail", "a body of this operation has at most " + limit
                            + " bytes"));
            request.response().setStatusCode(413).putHeader("Connection", "close")
                    .putHeader("Content-Type", "application/problem+json").end(problem.encode());
        } else {
            request.next();
        }
    }
}

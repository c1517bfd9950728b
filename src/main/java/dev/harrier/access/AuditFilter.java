package dev.harrier.access;

import io.quarkus.runtime.BlockingOperationControl;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/** Appends to the audit what is more than reading: changes, queries, and whatever was refused. */
@Provider
class AuditFilter implements ContainerResponseFilter {
    private static final Logger LOG = Logger.getLogger(AuditFilter.class);
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    @Inject
    AuditLog audit;

    @Inject
    AuditDetail detail;

    @Inject
    ManagedExecutor executor;

    @Context
    HttpServerRequest http;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Caller caller = (Caller) request.getProperty(AccessFilter.CALLER);
        int status = response.getStatus();
        boolean refused = status == UNAUTHENTICATED || status == FORBIDDEN;
        if (caller == null || !refused && detail.isLeftOut()
                || !refused && request.getMethod().equals("GET") && detail.text() == null) {
            return;
        }
        String workspace = request.getUriInfo().getPathParameters().getFirst(AccessFilter.WORKSPACE);
        String action = request.getMethod() + " " + request.getUriInfo().getPath();
        String address = http.remoteAddress() == null ? "" : http.remoteAddress().hostAddress();
        String text = detail.text();
        Runnable append = () -> append(caller, address, workspace, action, status, text);
        if (BlockingOperationControl.isBlockingAllowed()) {
            append.run();
        } else {
            executor.execute(append);
        }
    }

    private void append(Caller caller, String address, String workspace, String action, int status, String text) {
        try {
            audit.append(caller, address, workspace, action, status, text);
        } catch (IllegalStateException e) {
            LOG.errorf(e, "Not audited: %s by %s", action, caller.name());
        }
    }
}

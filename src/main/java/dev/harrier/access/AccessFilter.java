package dev.harrier.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Lets a request through only if its caller has the role that the operation needs in the workspace of the path. */
@Provider
@Priority(Priorities.AUTHORIZATION)
class AccessFilter implements ContainerRequestFilter {
    static final String CALLER = "harrier.caller";
    static final String WORKSPACE = "workspace";

    @Context
    ResourceInfo resource;

    @Inject
    SecurityIdentity identity;

    @Inject
    Callers callers;

    @Override
    public void filter(ContainerRequestContext request) {
        RequiresRole required = required();
        String workspace = request.getUriInfo().getPathParameters().getFirst(WORKSPACE);
        Caller caller = callers.of(identity);
        request.setProperty(CALLER, caller);
        if (required != null && (caller.may(required.value(), workspace)
                || required.anywhere() && caller.mayAnywhere(required.value()))) {
            return;
        }
        throw caller.equals(Caller.NOBODY) ? unauthenticated() : forbidden(required, workspace);
    }

    private RequiresRole required() {
        RequiresRole onMethod = resource.getResourceMethod().getAnnotation(RequiresRole.class);
        return onMethod != null ? onMethod : resource.getResourceClass().getAnnotation(RequiresRole.class);
    }

    private static RequestProblem unauthenticated() {
        return new RequestProblem(401, "unauthenticated",
                "an API key is needed, as X-Api-Key or Authorization: Bearer");
    }

    private static RequestProblem forbidden(RequiresRole required, String workspace) {
        String needed = required == null
                ? "no role is enough"
                : "the role '" + required.value().keyword() + "' is needed"
                        + (workspace == null ? " for all workspaces" : " in workspace '" + workspace + "'");
        return new RequestProblem(403, "forbidden", needed);
    }
}

package dev.harrier.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** For paths outside the REST API: any key will do, and none is needed where access is open. */
@ApplicationScoped
class OpenOrKeyPolicy implements HttpSecurityPolicy {
    @Inject
    Callers callers;

    @Override
    public String name() {
        return "harrier-open-or-key";
    }

    @Override
    public Uni<CheckResult> checkPermission(RoutingContext request, Uni<SecurityIdentity> identity,
            AuthorizationRequestContext context) {
        return identity
                .map(found -> callers.of(found).equals(Caller.NOBODY) ? CheckResult.DENY : CheckResult.PERMIT);
    }
}

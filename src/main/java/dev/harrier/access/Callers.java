package dev.harrier.access;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells who is calling; the place where another way of signing in, such as OpenID Connect, would join. */
@ApplicationScoped
public class Callers {
    static final String ATTRIBUTE = "harrier.caller";

    @Inject
    OpenAccess openAccess;

    @Inject
    SecurityIdentity identity;

    /** The caller of the request under way; nobody outside of one. */
    public Caller current() {
        return Arc.container().requestContext().isActive() ? of(identity) : Caller.NOBODY;
    }

    /** The caller behind an identity; without one, nobody, or everybody where access is open. */
    Caller of(SecurityIdentity identity) {
        Caller known = identity.getAttribute(ATTRIBUTE);
        if (known != null) {
            return known;
        }
        return openAccess.isOpen() ? Caller.EVERYBODY : Caller.NOBODY;
    }
}

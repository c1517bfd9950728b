package dev.harrier.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Takes the API key from {@code X-Api-Key}, or from {@code Authorization: Bearer}. */
@ApplicationScoped
class ApiKeyMechanism implements HttpAuthenticationMechanism {
    static final String HEADER = "X-Api-Key";
    private static final String BEARER = "Bearer ";
    private static final int UNAUTHORIZED = 401;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        String key = key(context);
        return key == null ? Uni.createFrom().nullItem() : identities.authenticate(new ApiKeyRequest(key));
    }

    private static String key(RoutingContext context) {
        String header = context.request().getHeader(HEADER);
        if (header != null) {
            return header.strip();
        }
        String authorization = context.request().getHeader("Authorization");
        boolean bearer = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        String token = bearer ? authorization.substring(BEARER.length()).strip() : "";
        return token.startsWith(ApiKeys.PREFIX) ? token : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(UNAUTHORIZED, "WWW-Authenticate", "Bearer realm=\"harrier\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(ApiKeyRequest.class);
    }
}

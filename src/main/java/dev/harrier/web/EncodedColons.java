package dev.harrier.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/** Reads {@code queries%3Avalidate} as {@code queries:validate}: some clients encode what need not be. */
@Provider
@PreMatching
public class EncodedColons implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        String plain = path.replace("%3A", ":").replace("%3a", ":");
        if (!plain.equals(path)) {
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            request.setRequestUri(URI.create(plain + query));
        }
    }
}

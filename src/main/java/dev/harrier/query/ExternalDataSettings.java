package dev.harrier.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What {@code externaldata} may read; each is explained in application.properties. */
@Singleton
class ExternalDataSettings {
    @Inject
    @ConfigProperty(name = "harrier.query.external-data.hosts")
    Optional<List<String>> hosts;

    @Inject
    @ConfigProperty(name = "harrier.query.external-data.private-hosts")
    Optional<List<String>> privateHosts;

    @Inject
    @ConfigProperty(name = "harrier.query.external-data.max-mb")
    long maxMb;

    @Inject
    @ConfigProperty(name = "harrier.query.external-data.timeout")
    Duration timeout;

    HttpExternalData.Limits limits() {
        return new HttpExternalData.Limits(hosts.orElse(List.of()), privateHosts.orElse(List.of()),
                maxMb * 1024 * 1024, timeout);
    }
}

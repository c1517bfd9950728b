package dev.harrier.search;

import java.time.Duration;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.opensearch.client.opensearch.OpenSearchClient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the writing half available for injection; its classes themselves are plain Java. */
@ApplicationScoped
class WritingBeans {
    @Produces
    @Singleton
    Indices indices(OpenSearchClient client) {
        return new Indices(client);
    }

    /** @param patience how long events are sent again before a request fails */
    @Produces
    @Singleton
    BulkWriter bulkWriter(OpenSearchClient client, Indices indices,
            @ConfigProperty(name = "harrier.ingest.retry-for", defaultValue = "120S") Duration patience) {
        return new BulkWriter(client, indices, patience);
    }
}

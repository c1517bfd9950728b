package dev.harrier.search;

import java.io.IOException;
import java.util.Map;

import jakarta.inject.Inject;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.opensearch.client.opensearch.OpenSearchClient;

import com.fasterxml.jackson.databind.JsonNode;

/** Ready only while OpenSearch answers and every primary shard is there; the database has a check of its own. */
@Readiness
public class OpenSearchReadiness implements HealthCheck {
    private static final String NAME = "OpenSearch";

    private final OpenSearchCalls calls;

    @Inject
    public OpenSearchReadiness(OpenSearchClient client) {
        this.calls = new OpenSearchCalls(client);
    }

    @Override
    public HealthCheckResponse call() {
        try {
            OpenSearchCalls.Answer answer = calls.call("GET", "/_cluster/health", Map.of("timeout", "2s"),
                    (JsonNode) null);
            String status = answer.json().path("status").asText("unknown");
            boolean ready = answer.ok() && (status.equals("green") || status.equals("yellow"));
            return HealthCheckResponse.named(NAME).status(ready).withData("status", status).build();
        } catch (IOException unreachable) {
            return HealthCheckResponse.named(NAME).down().withData("status", "does not answer").build();
        }
    }
}

package dev.harrier.search;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.Bodies;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

/** Plain requests to OpenSearch: bytes there, JSON back, whatever the status. */
final class OpenSearchCalls {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * What came back.
     *
     * @param json the body, or a missing node when there was none
     */
    record Answer(int status, JsonNode json) {
        boolean ok() {
            return status >= 200 && status < 300;
        }

        /** Whether the same request may succeed later. */
        boolean retryable() {
            return status == 429 || status >= 500;
        }

        String errorType() {
            return json.path("error").path("type").asText();
        }

        String reason() {
            return json.path("error").path("reason").asText("status " + status);
        }
    }

    private final OpenSearchGenericClient client;

    OpenSearchCalls(OpenSearchClient client) {
        this.client = client.generic();
    }

    Answer call(String method, String path, Map<String, String> parameters, JsonNode body) throws IOException {
        return call(method, path, parameters, body == null ? null : Bodies.json(body.toString()));
    }

    /** Sends lines of JSON, each ended by a line feed. */
    Answer lines(String method, String path, Map<String, String> parameters, byte[] body) throws IOException {
        return call(method, path, parameters, Body.from(body, "application/x-ndjson"));
    }

    private Answer call(String method, String path, Map<String, String> parameters, Body body) throws IOException {
        Request request = Requests.create(method, path, List.of(), parameters, body);
        try (Response response = client.execute(request)) {
            return new Answer(response.getStatus(), json(response));
        }
    }

    private static JsonNode json(Response response) throws IOException {
        if (response.getBody().isEmpty()) {
            return MissingNode.getInstance();
        }
        try (InputStream in = response.getBody().get().body()) {
            JsonNode json = MAPPER.readTree(in);
            return json == null ? MissingNode.getInstance() : json;
        }
    }
}

package dev.harrier.search;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.QueryFailure;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Request;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** Sends requests of a query and reads their answers as JSON; ends them when the query is cancelled or late. */
public final class SearchTransport {
    private static final int ERROR_FROM = 400;
    private static final long MOST_ERROR_TEXT = 500;
    private final ObjectMapper mapper = new ObjectMapper();
    private final JsonFactory json = mapper.getFactory();
    private final OpenSearchClient client;

    public SearchTransport(OpenSearchClient client) {
        this.client = client;
    }

    /** Reads one answer, token by token. */
    @FunctionalInterface
    interface Reader<T> {
        T read(JsonParser parser) throws IOException;
    }

    /**
     * Sends a request and reads the answer.
     *
     * @param body the JSON body, or {@code null} for none
     * @throws QueryFailure if OpenSearch refuses, does not answer in time, or the query is cancelled
     */
    <T> T send(String method, String path, JsonNode body, QueryContext context, Reader<T> reader) {
        context.check();
        var builder = Requests.builder().method(method).endpoint(path);
        Request request = body == null ? builder.build() : builder.json(text(body)).build();
        CompletableFuture<Response> future = client.generic().executeAsync(request);
        context.onCancel(() -> future.cancel(true));
        try (Response response = future.get(context.remaining().toMillis() + 1, TimeUnit.MILLISECONDS)) {
            try (InputStream in = response.getBody().map(Body::body).orElse(InputStream.nullInputStream())) {
                if (response.getStatus() >= ERROR_FROM) {
                    throw failure(response.getStatus(), in);
                }
                try (JsonParser parser = json.createParser(in)) {
                    return reader.read(parser);
                }
            }
        } catch (TimeoutException | CancellationException ended) {
            future.cancel(true);
            context.check();
            throw new QueryFailure.StorageFailed("OpenSearch did not answer in time", ended);
        } catch (ExecutionException | IOException failed) {
            context.check();
            throw new QueryFailure.StorageFailed("OpenSearch did not answer: " + reason(failed), failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            future.cancel(true);
            throw new QueryFailure.Cancelled();
        }
    }

    /** As {@link #send}, with the whole answer as a tree: for small ones. */
    JsonNode tree(String method, String path, JsonNode body, QueryContext context) {
        return send(method, path, body, context, mapper::readTree);
    }

    /** Frees points in time, without waiting for it: OpenSearch forgets them by itself if this is lost. */
    void release(JsonNode pointsInTime) {
        client.generic().executeAsync(Requests.builder().method("DELETE").endpoint("/_search/point_in_time")
                .json(text(pointsInTime)).build()).whenComplete((response, failed) -> {
                    if (response != null) {
                        close(response);
                    }
                });
    }

    private static void close(Response response) {
        try {
            response.close();
        } catch (IOException ignored) {
            // The answer to a release says nothing that anyone needs.
        }
    }

    String text(JsonNode body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String reason(Exception failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        if (cause instanceof ResponseException refused) {
            // Its own message names the cluster's hosts.
            return "it refused with status " + refused.status();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private QueryFailure failure(int status, InputStream in) throws IOException {
        String body = new String(in.readNBytes(64 * 1024), java.nio.charset.StandardCharsets.UTF_8);
        String text = body;
        try {
            JsonNode error = mapper.readTree(body).path("error");
            JsonNode cause = error.path("root_cause").path(0);
            text = cause.path("type").asText(error.path("type").asText()) + ": "
                    + cause.path("reason").asText(error.path("reason").asText());
        } catch (IOException notJson) {
            text = body;
        }
        String shown = text.length() > MOST_ERROR_TEXT ? text.substring(0, (int) MOST_ERROR_TEXT) + "…" : text;
        return new QueryFailure.StorageFailed("OpenSearch answered " + status + ": " + shown, null);
    }

}

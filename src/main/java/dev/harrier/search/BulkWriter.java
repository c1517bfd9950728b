package dev.harrier.search;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;

import org.opensearch.client.opensearch.OpenSearchClient;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.harrier.catalog.StoredFields;
import dev.harrier.search.OpenSearchCalls.Answer;

/**
 * Writes documents in bulk and says for each what became of it. A document that is acknowledged is on disk. What
 * OpenSearch cannot take now is sent again with growing pauses; what was in flight when it went away is told apart from a
 * true duplicate by the moment of taking in that each document carries. Safe for use by several threads, which share a
 * few connections.
 */
public final class BulkWriter {
    /** Bodies of about this many bytes were the fastest. */
    public static final int BODY_BYTES = 1_500_000;

    private static final int CONNECTIONS = 2;
    private static final long FIRST_PAUSE_MILLIS = 100;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final String FILTER = "errors,items.*.status,items.*.error.type,items.*.error.reason,"
            + "items.*.error.caused_by.reason";

    private final OpenSearchCalls calls;
    private final Indices indices;
    private final Duration patience;
    private final Semaphore connections = new Semaphore(CONNECTIONS, true);

    /** @param patience how long documents are sent again before {@link StorageUnavailable} is thrown */
    public BulkWriter(OpenSearchClient client, Indices indices, Duration patience) {
        this.calls = new OpenSearchCalls(client);
        this.indices = indices;
        this.patience = patience;
    }

    /**
     * Writes the documents and returns what became of each, in their order.
     *
     * @throws StorageUnavailable if OpenSearch does not take them within the time that we wait
     * @throws InterruptedException if the thread was interrupted while it waited; documents may have been written
     */
    public List<WriteResult> write(List<StoredDocument> documents) throws InterruptedException {
        Writing writing = new Writing(documents);
        long deadline = System.nanoTime() + patience.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (!writing.done()) {
            Exception failure = attempt(writing);
            if (writing.done()) {
                break;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new StorageUnavailable("OpenSearch did not take " + writing.open().size() + " documents within "
                        + patience.toSeconds() + " s: " + writing.lastProblem, failure);
            }
            Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        }
        return Arrays.asList(writing.results);
    }

    /** One request with everything that is still open; the failure if there was none to read. */
    private Exception attempt(Writing writing) throws InterruptedException {
        connections.acquire();
        try {
            List<Integer> open = writing.open();
            for (int position : open) {
                StoredDocument document = writing.documents.get(position);
                indices.ensure(document.table(), document.index());
            }
            Answer answer = calls.lines("POST", "/_bulk", Map.of("filter_path", FILTER), body(writing, open));
            writing.read(open, answer);
            return null;
        } catch (IOException | RuntimeException e) {
            // The transport reports a lost connection in either way. What was sent may have been written.
            writing.uncertain = true;
            writing.lastProblem = e.toString();
            return e;
        } finally {
            connections.release();
        }
    }

    private static byte[] body(Writing writing, List<Integer> open) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(BODY_BYTES + (BODY_BYTES >> 2));
        for (int position : open) {
            StoredDocument document = writing.documents.get(position);
            String action = "{\"create\":{\"_index\":\"" + document.index() + "\",\"_id\":\"" + document.id()
                    + "\"}}\n";
            body.writeBytes(action.getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(document.source());
            body.write('\n');
        }
        return body.toByteArray();
    }

    /** The moments of taking in of the documents that are stored under these ids, by index and id. */
    private Map<String, String> stored(List<StoredDocument> documents) throws IOException {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ArrayNode wanted = request.putArray("docs");
        documents.forEach(document -> wanted.addObject().put("_index", document.index()).put("_id", document.id()));
        Answer answer = calls.call("POST", "/_mget", Map.of("_source_includes", StoredFields.INGESTED), request);
        if (!answer.ok()) {
            throw new IOException("cannot read what was stored: " + answer.reason());
        }
        Map<String, String> moments = new HashMap<>();
        for (JsonNode document : answer.json().path("docs")) {
            moments.put(document.path("_index").asText() + "/" + document.path("_id").asText(),
                    document.path("_source").path(StoredFields.INGESTED).asText());
        }
        return moments;
    }

    /** How far the writing of one list of documents has come. */
    private final class Writing {
        private final List<StoredDocument> documents;
        private final WriteResult[] results;
        private boolean uncertain;
        private String lastProblem = "";

        Writing(List<StoredDocument> documents) {
            this.documents = documents;
            this.results = new WriteResult[documents.size()];
        }

        boolean done() {
            for (WriteResult result : results) {
                if (result == null) {
                    return false;
                }
            }
            return true;
        }

        List<Integer> open() {
            List<Integer> open = new ArrayList<>();
            for (int position = 0; position < results.length; position++) {
                if (results[position] == null) {
                    open.add(position);
                }
            }
            return open;
        }

        void read(List<Integer> open, Answer answer) throws IOException {
            if (answer.retryable()) {
                uncertain = true;
                lastProblem = answer.reason();
                return;
            }
            if (!answer.ok()) {
                open.forEach(position -> results[position] = new WriteResult.Refused(answer.reason()));
                return;
            }
            JsonNode items = answer.json().path("items");
            if (items.size() != open.size()) {
                throw new IOException("OpenSearch answered for " + items.size() + " of " + open.size() + " documents");
            }
            List<Integer> conflicts = new ArrayList<>();
            for (int i = 0; i < open.size(); i++) {
                readItem(open.get(i), items.get(i).path("create"), conflicts);
            }
            if (!conflicts.isEmpty()) {
                settle(conflicts);
            }
        }

        private void readItem(int position, JsonNode item, List<Integer> conflicts) {
            int status = item.path("status").asInt();
            String type = item.path("error").path("type").asText();
            if (status == 201 || status == 200) {
                results[position] = WriteResult.CREATED;
            } else if (status == 409) {
                conflicts.add(position);
            } else if (status == 429 || status >= 500) {
                lastProblem = item.path("error").path("reason").asText(type);
                uncertain |= status >= 500;
            } else if (type.equals("index_not_found_exception")) {
                indices.forget(documents.get(position).index());
                lastProblem = type;
            } else {
                String cause = item.path("error").path("caused_by").path("reason").asText();
                results[position] = new WriteResult.Refused(
                        item.path("error").path("reason").asText(type) + (cause.isEmpty() ? "" : ": " + cause));
            }
        }

        /** A conflict is a duplicate, unless it is with what an earlier attempt of our own wrote. */
        private void settle(List<Integer> conflicts) throws IOException {
            Map<String, String> moments = uncertain
                    ? stored(conflicts.stream().map(documents::get).toList())
                    : Map.of();
            for (int position : conflicts) {
                StoredDocument document = documents.get(position);
                boolean ours = document.ingested().equals(moments.get(document.index() + "/" + document.id()));
                results[position] = ours ? WriteResult.CREATED : WriteResult.DUPLICATE;
            }
        }
    }
}

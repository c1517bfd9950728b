package dev.harrier.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.opensearch.client.opensearch.OpenSearchClient;

import com.fasterxml.jackson.databind.JsonNode;

import dev.harrier.catalog.TableDescriptor;
import dev.harrier.search.OpenSearchCalls.Answer;

/** Creates, extends, refreshes and deletes the indices of tables. Safe for use by several threads. */
public final class Indices {
    private static final String EXISTS = "resource_already_exists_exception";
    private static final int NAMES_PER_REQUEST = 50;

    private final OpenSearchCalls calls;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public Indices(OpenSearchClient client) {
        this.calls = new OpenSearchCalls(client);
    }

    /**
     * Creates the index if it is not there.
     *
     * @throws IOException if OpenSearch does not answer, or cannot now
     */
    public void ensure(TableDescriptor table, String index) throws IOException {
        if (known.contains(index)) {
            return;
        }
        Answer answer = calls.call("PUT", "/" + index, Map.of(), IndexTemplates.create(table));
        if (!answer.ok() && !answer.errorType().equals(EXISTS)) {
            throw new IOException("cannot create index " + index + ": " + answer.reason());
        }
        known.add(index);
    }

    /** Forgets that the index exists: somebody else deleted it. */
    void forget(String index) {
        known.remove(index);
    }

    /** Makes everything that was written to these indices visible to queries. */
    public void refresh(Collection<String> indices) throws IOException {
        List<String> names = List.copyOf(indices);
        for (int from = 0; from < names.size(); from += NAMES_PER_REQUEST) {
            String some = String.join(",", names.subList(from, Math.min(names.size(), from + NAMES_PER_REQUEST)));
            Answer answer = calls.call("POST", "/" + some + "/_refresh", Map.of("ignore_unavailable", "true"), null);
            if (!answer.ok()) {
                throw new IOException("cannot refresh " + some + ": " + answer.reason());
            }
        }
    }

    /**
     * Gives the table's existing indices the columns it has gained. Sound for new columns only: documents that are there
     * have no value in them. A new promoted path of an old column is not added; such an index keeps its version.
     */
    public void extend(String workspace, TableDescriptor table) throws IOException {
        for (String index : list(workspace, table.slug())) {
            Answer answer = calls.call("PUT", "/" + index + "/_mapping", Map.of(), IndexTemplates.mappings(table));
            if (!answer.ok()) {
                throw new IOException("cannot extend " + index + ": " + answer.reason());
            }
        }
    }

    /** Deletes all events of a table. */
    public void delete(String workspace, String tableSlug) throws IOException {
        for (String index : list(workspace, tableSlug)) {
            Answer answer = calls.call("DELETE", "/" + index, Map.of("ignore_unavailable", "true"), null);
            if (!answer.ok() && answer.status() != 404) {
                throw new IOException("cannot delete " + index + ": " + answer.reason());
            }
            forget(index);
        }
    }

    /** The indices of a table that exist. */
    public List<String> list(String workspace, String tableSlug) throws IOException {
        String pattern = IndexNames.prefix(workspace, tableSlug) + "*";
        Answer answer = calls.call("GET", "/_cat/indices/" + pattern, Map.of("format", "json", "h", "index"), null);
        if (answer.status() == 404) {
            return List.of();
        }
        if (!answer.ok()) {
            throw new IOException("cannot list " + pattern + ": " + answer.reason());
        }
        List<String> names = new ArrayList<>();
        for (JsonNode row : answer.json()) {
            String name = row.path("index").asText();
            if (IndexNames.parse(name).filter(parts -> parts.table().equals(tableSlug)).isPresent()) {
                names.add(name);
            }
        }
        return names;
    }

    /** How many rows a table has that queries see. */
    public long count(String workspace, String tableSlug) throws IOException {
        String pattern = IndexNames.prefix(workspace, tableSlug) + "*";
        Answer answer = calls.call("GET", "/" + pattern + "/_count",
                Map.of("ignore_unavailable", "true", "allow_no_indices", "true"), null);
        if (!answer.ok()) {
            throw new IOException("cannot count " + pattern + ": " + answer.reason());
        }
        return answer.json().path("count").asLong();
    }
}

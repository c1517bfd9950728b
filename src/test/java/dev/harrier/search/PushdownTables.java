package dev.harrier.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.catalog.BuiltInTables;
import dev.harrier.catalog.DescriptorJson;
import dev.harrier.catalog.Row;
import dev.harrier.catalog.TableCatalog;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.engine.TestEngines;
import dev.harrier.ingest.EventContext;
import dev.harrier.ingest.Normaliser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.core5.http.HttpHost;
import org.opensearch.client.json.jackson.JacksonJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

/** A workspace of its own in the shared OpenSearch, filled the way that ingest fills it. */
final class PushdownTables {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2024-05-10T00:00:00Z");
    private final OpenSearchClient client = client();
    private final Indices indices = new Indices(client);
    private final BulkWriter writer = new BulkWriter(client, indices, Duration.ofSeconds(60));
    private final Normaliser normaliser = new Normaliser();
    private final String workspace;
    private final TableCatalog catalog;
    private int written;

    /** @param tables besides the built-in ones */
    PushdownTables(String workspace, List<TableDescriptor> tables) throws Exception {
        this.workspace = workspace;
        List<TableDescriptor> all = new ArrayList<>(BuiltInTables.all());
        all.addAll(tables);
        this.catalog = new TableCatalog(all);
        for (TableDescriptor table : all) {
            if (!indices.list(workspace, table.slug()).isEmpty()) {
                indices.delete(workspace, table.slug());
            }
        }
    }

    static OpenSearchClient client() {
        return new OpenSearchClient(
                ApacheHttpClient5TransportBuilder.builder(HttpHost.create(URI.create(TestEngines.openSearchUrl())))
                        .setMapper(new JacksonJsonpMapper()).build());
    }

    static TableDescriptor descriptor(String json) throws Exception {
        return DescriptorJson.read(JSON.readTree(json), false);
    }

    OpenSearchClient openSearch() {
        return client;
    }

    SearchTables tables() {
        return new SearchStorage(client).tables(workspace, catalog);
    }

    /** Stores rows in column form and makes them visible. */
    void write(String table, List<ObjectNode> events) throws Exception {
        EventContext context = new EventContext(new UUID(0, 1), catalog, catalog.find(table).orElseThrow(), null);
        List<StoredDocument> documents = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ObjectNode event : events) {
            Row row = normaliser.normalise(event, context, "position " + written++);
            StoredDocument document = StoredDocument.of(row, workspace, NOW, "2024-05-09T00:00:00.0000000Z");
            documents.add(document);
            names.add(document.index());
        }
        for (WriteResult result : writer.write(documents)) {
            if (!(result instanceof WriteResult.Created)) {
                throw new IllegalStateException("not written: " + result);
            }
        }
        indices.refresh(names);
    }
}

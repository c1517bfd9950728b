package dev.harrier.search;

import dev.harrier.catalog.TableCatalog;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.opensearch.client.opensearch.OpenSearchClient;

/** The reading side of the store: makes the tables of a workspace available to queries. */
@Singleton
public class SearchStorage {
    private final OpenSearchStorage storage;

    @Inject
    public SearchStorage(OpenSearchClient client) {
        this.storage = new OpenSearchStorage(new SearchTransport(client));
    }

    /** @param workspace the workspace's slug */
    public SearchTables tables(String workspace, TableCatalog catalog) {
        return new SearchTables(workspace, catalog, storage);
    }
}

package dev.harrier.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.hc.core5.http.HttpHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;

import dev.harrier.catalog.TableCatalog;
import dev.harrier.catalog.TableDescriptor;
import dev.harrier.engine.EngineSettings;
import dev.harrier.engine.Engines;

/** Kills OpenSearch while documents are written: what was acknowledged is there, and nothing is there twice. */
@EnabledIfSystemProperty(named = "harrier.faults", matches = "true")
class BulkWriterFaultTest {
    private static final int BULKS = 60;
    private static final int PER_BULK = 500;
    private static final TableDescriptor TABLE = TableCatalog.builtIn().find("SigninLogs").orElseThrow();
    private static final String INDEX = IndexNames.prefix("default", TABLE.slug()) + "2026-03";

    @TempDir
    Path data;

    @Test
    void aKillLosesNothingAcknowledgedAndCountsNothingTwice() throws Exception {
        Path programs = Path.of(System.getProperty("harrier.engines-dir", "target/engines"));
        EngineSettings settings = new EngineSettings(data, programs, "512m", Duration.ofMinutes(3),
                Duration.ofMinutes(1), true);
        try (Engines engines = Engines.start(settings, true, false);
                OpenSearchTransport transport = ApacheHttpClient5TransportBuilder
                        .builder(HttpHost.create(engines.openSearchUrl().orElseThrow())).build()) {
            OpenSearchClient client = new OpenSearchClient(transport);
            Indices indices = new Indices(client);
            BulkWriter writer = new BulkWriter(client, indices, Duration.ofMinutes(3));
            AtomicInteger written = new AtomicInteger();
            List<WriteResult> results = new ArrayList<>();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<List<WriteResult>>> bulks = new ArrayList<>();
                for (int bulk = 0; bulk < BULKS; bulk++) {
                    int number = bulk;
                    bulks.add(executor.submit(() -> {
                        List<WriteResult> some = writer.write(documents(number, "first"));
                        written.incrementAndGet();
                        return some;
                    }));
                }
                while (written.get() < BULKS / 4) {
                    Thread.sleep(5);
                }
                long pid = engines.status().getFirst().pid();
                assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
                for (Future<List<WriteResult>> bulk : bulks) {
                    results.addAll(bulk.get());
                }
            }
            assertThat(engines.status().getFirst().restarts()).isEqualTo(1);
            assertThat(results).hasSize(BULKS * PER_BULK).containsOnly(WriteResult.CREATED);
            assertThat(writer.write(documents(0, "second"))).containsOnly(WriteResult.DUPLICATE);
            indices.refresh(List.of(INDEX));
            assertThat(indices.count("default", TABLE.slug())).isEqualTo(BULKS * PER_BULK);
        }
    }

    private static List<StoredDocument> documents(int bulk, String attempt) {
        List<StoredDocument> documents = new ArrayList<>();
        for (int i = 0; i < PER_BULK; i++) {
            String id = bulk + "-" + i;
            String source = "{\"Id\":\"" + id + "\",\"TimeGenerated\":\"2026-03-04T05:06:07.0000000Z\",\"_ingested\":\""
                    + moment(bulk, i, attempt) + "\"}";
            documents.add(new StoredDocument(TABLE, INDEX, id, moment(bulk, i, attempt),
                    source.getBytes(StandardCharsets.UTF_8)));
        }
        return documents;
    }

    private static String moment(int bulk, int number, String attempt) {
        String month = attempt.equals("first") ? "03" : "04";
        return String.format("2026-%s-04T05:06:07.%07dZ", month, bulk * PER_BULK + number);
    }
}

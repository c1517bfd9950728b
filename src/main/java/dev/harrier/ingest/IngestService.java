package dev.harrier.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.harrier.catalog.Row;
import dev.harrier.catalog.TableService;
import dev.harrier.catalog.Workspace;
import dev.harrier.ingest.IngestFailure.Cause;
import dev.harrier.search.BulkWriter;
import dev.harrier.search.Indices;
import dev.harrier.search.StoredDocument;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Takes events in: reads them, makes them rows, writes them, and says what became of each. */
@ApplicationScoped
public class IngestService {
    /** A request that waits holds a worker thread, and these serve queries too. */
    private static final int PATIENCE_SECONDS = 20;

    private final TableService tables;
    private final BulkWriter writer;
    private final Indices indices;
    private final DeadLetterRepository deadLetters;
    private final IngestMetrics metrics;
    private final IngestSettings settings;
    private final Semaphore slots;
    private final Normaliser normaliser = new Normaliser();
    private final IngestMoments moments = new IngestMoments();
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    IngestService(TableService tables, BulkWriter writer, Indices indices, DeadLetterRepository deadLetters,
            IngestMetrics metrics, IngestSettings settings) {
        this.tables = tables;
        this.writer = writer;
        this.indices = indices;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.settings = settings;
        this.slots = new Semaphore(settings.concurrentRequests(), true);
    }

    /**
     * Takes in the events of a body, however long it is. When it returns, accepted events are on disk and rejected ones
     * in the dead letters.
     *
     * @throws IngestFailure if the body cannot be read to its end, or the store does not take its events
     * @throws IOException if the body breaks off
     */
    public IngestReport ingest(IngestRequest request, InputStream body, boolean lines, boolean csv)
            throws IngestFailure, IOException, InterruptedException {
        EventReader.Format format = csv
                ? EventReader.Format.CSV
                : lines ? EventReader.Format.LINES : EventReader.Format.JSON;
        if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IngestFailure(Cause.UNAVAILABLE, "too many ingest requests at once; nothing of this one was read",
                    new IngestTally().report(), null);
        }
        try {
            return new IngestRun(request, context(request), this).run(body, format);
        } finally {
            slots.release();
        }
    }

    private EventContext context(IngestRequest request) {
        return new EventContext(request.workspace().id(), tables.catalog(request.workspace()), request.table(),
                request.tenant());
    }

    /** The document that an event becomes. */
    Prepared prepare(JsonNode event, EventContext context, Workspace workspace, String position)
            throws UnreadableEvent {
        if (NamedRow.isNamedRow(event)) {
            NamedRow named = NamedRow.of(event, context);
            return prepare(named.row(), named.context(), workspace, position);
        }
        Row row = normaliser.normalise(event, context, position);
        String ingested = EventTimes.format(moments.next());
        try {
            return new Prepared(row, StoredDocument.of(row, workspace.slug(), Instant.now(), ingested));
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("the event is not Unicode text: " + e.getOriginalMessage(), e);
        }
    }

    /** An event on its way into the store. */
    record Prepared(Row row, StoredDocument document) {}

    @PreDestroy
    void close() {
        executor.shutdown();
    }

    void keep(Workspace workspace, List<DeadLetter> letters) {
        deadLetters.add(workspace.id(), letters);
    }

    void refresh(Collection<String> names) throws IOException {
        indices.refresh(names);
    }

    BulkWriter writer() {
        return writer;
    }

    ExecutorService executor() {
        return executor;
    }

    IngestMetrics metrics() {
        return metrics;
    }

    IngestSettings settings() {
        return settings;
    }
}

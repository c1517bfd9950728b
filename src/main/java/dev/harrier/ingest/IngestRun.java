package dev.harrier.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.zip.ZipException;

import com.fasterxml.jackson.databind.JsonNode;

import dev.harrier.catalog.Row;
import dev.harrier.ingest.IngestFailure.Cause;
import dev.harrier.ingest.IngestService.Prepared;
import dev.harrier.search.BulkWriter;
import dev.harrier.search.StorageUnavailable;
import dev.harrier.search.StoredDocument;
import dev.harrier.search.WriteResult;

/**
 * One request on its way: events are read, made rows, gathered, and written in bulk while the next ones are read. Holds
 * at most three bulks in memory. Used by one thread.
 */
final class IngestRun {
    private static final int BULKS_IN_FLIGHT = 2;
    private static final int LETTERS_AT_ONCE = 200;
    private static final int DOCUMENTS_PER_BULK = 5000;

    /** A document and the event it was made from, which a refusal sends to the dead letters. */
    private record Item(Row row, JsonNode event, EventPosition position) {}

    /** A bulk on its way. */
    private record Flight(List<Item> items, Future<List<WriteResult>> results) {}

    private final IngestRequest request;
    private final EventContext context;
    private final IngestService service;
    private final IngestTally tally = new IngestTally();
    private final Deque<Flight> flights = new ArrayDeque<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private List<Item> items = new ArrayList<>();
    private List<StoredDocument> documents = new ArrayList<>();
    private int bytes;

    IngestRun(IngestRequest request, EventContext context, IngestService service) {
        this.request = request;
        this.context = context;
        this.service = service;
    }

    /** Takes in everything that the body has. */
    IngestReport run(InputStream body, EventReader.Format format)
            throws IngestFailure, IOException, InterruptedException {
        try {
            EventReader reader = EventReader.open(body, format, service.settings().maxEventBytes());
            Optional<ReadEvent> next = reader.next();
            while (next.isPresent()) {
                take(next.get());
                next = reader.next();
            }
            finish();
            return tally.report();
        } catch (MalformedStream e) {
            throw malformed(e);
        } catch (ZipException | EOFException e) {
            throw malformed(new MalformedStream("the compressed body is damaged: " + e.getMessage(), 0, 0, 0));
        } catch (StorageUnavailable e) {
            service.keep(request.workspace(), letters);
            throw new IngestFailure(Cause.UNAVAILABLE, e.getMessage(), tally.report(), e);
        }
    }

    /** What was read before the malformed place is kept. */
    private IngestFailure malformed(MalformedStream place) throws IOException, InterruptedException {
        try {
            finish();
            return new IngestFailure(Cause.MALFORMED, place.getMessage(), tally.report(), place);
        } catch (StorageUnavailable e) {
            return new IngestFailure(Cause.UNAVAILABLE, e.getMessage(), tally.report(), e);
        }
    }

    private void take(ReadEvent event) throws IngestFailure, IOException, InterruptedException {
        switch (event) {
            case ReadEvent.Malformed malformed -> reject(malformed.reason(), malformed.raw(), malformed.position());
            case ReadEvent.Parsed parsed -> take(parsed);
        }
        if (tally.rejected() > service.settings().maxRejections()) {
            finish();
            throw new IngestFailure(Cause.TOO_MANY_REJECTIONS,
                    "more than " + service.settings().maxRejections() + " events are unreadable", tally.report(), null);
        }
    }

    private void take(ReadEvent.Parsed parsed) throws InterruptedException {
        String position = request.key() + ":" + parsed.position().record();
        try {
            Prepared prepared = service.prepare(parsed.json(), context, request.workspace(), position);
            items.add(new Item(prepared.row(), parsed.json(), parsed.position()));
            documents.add(prepared.document());
            bytes += prepared.document().source().length;
        } catch (UnreadableEvent e) {
            reject(e.getMessage(), parsed.json(), parsed.position());
        }
        if (bytes >= BulkWriter.BODY_BYTES || documents.size() >= DOCUMENTS_PER_BULK) {
            send();
        }
    }

    private void send() throws InterruptedException {
        if (documents.isEmpty()) {
            return;
        }
        while (flights.size() >= BULKS_IN_FLIGHT) {
            land(flights.removeFirst());
        }
        List<StoredDocument> bulk = documents;
        Callable<List<WriteResult>> writing = () -> service.writer().write(bulk);
        ExecutorService executor = service.executor();
        flights.add(new Flight(items, executor.submit(writing)));
        documents = new ArrayList<>();
        items = new ArrayList<>();
        bytes = 0;
    }

    private void land(Flight flight) throws InterruptedException {
        try {
            List<WriteResult> results = flight.results().get();
            for (int i = 0; i < results.size(); i++) {
                count(flight.items().get(i), results.get(i));
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StorageUnavailable unavailable) {
                throw unavailable;
            }
            throw new IllegalStateException("a bulk failed", e.getCause());
        }
    }

    private void count(Item item, WriteResult result) {
        switch (result) {
            case WriteResult.Created() -> tally.accepted(item.row(), request.workspace().slug());
            case WriteResult.Duplicate() -> tally.duplicate(item.row());
            case WriteResult.Refused(String reason) ->
                reject("the store refused the event: " + reason, item.event(), item.position());
        }
    }

    private void finish() throws IOException, InterruptedException {
        send();
        while (!flights.isEmpty()) {
            land(flights.removeFirst());
        }
        service.keep(request.workspace(), letters);
        letters.clear();
        if (request.visible()) {
            service.refresh(tally.indices());
        }
        service.metrics().count(request.connector(), tally.report());
    }

    private void reject(String reason, JsonNode event, EventPosition position) {
        reject(reason, EventJson.escaped(event).getBytes(StandardCharsets.UTF_8), position);
    }

    private void reject(String reason, byte[] event, EventPosition position) {
        tally.rejected(position, reason);
        String table = request.table() == null ? null : request.table().name();
        letters.add(new DeadLetter(0, Instant.now(), request.connector(), table, request.tenant(), reason, position,
                request.key() + ":" + position.record(), event, 0));
        if (letters.size() >= LETTERS_AT_ONCE) {
            service.keep(request.workspace(), letters);
            letters.clear();
        }
    }
}

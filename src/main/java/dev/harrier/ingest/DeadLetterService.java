package dev.harrier.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import dev.harrier.access.RequestProblem;
import dev.harrier.catalog.TableCatalog;
import dev.harrier.catalog.TableService;
import dev.harrier.catalog.Workspace;
import dev.harrier.ingest.DeadLetterRepository.Filter;
import dev.harrier.ingest.IngestService.Prepared;
import dev.harrier.search.StoredDocument;
import dev.harrier.search.WriteResult;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Shows dead letters and takes them in again, once what kept them out is mended. */
@ApplicationScoped
class DeadLetterService {
    /** Letters of one replay; the sender asks again for the rest. */
    static final int REPLAYED_AT_ONCE = 500;

    /**
     * What became of replayed letters; those that were rejected again stay, with the new reason.
     *
     * @param remaining letters that match and were not tried
     */
    @Schema(requiredProperties = {"accepted", "duplicates", "rejected", "remaining"})
    record ReplayReport(int accepted, int duplicates,
            @Schema(description = "Those that stay, with the new reason.") int rejected,
            @Schema(description = "Letters that match and were not tried.") long remaining) {}

    private final DeadLetterRepository letters;
    private final TableService tables;
    private final IngestService ingest;

    @Inject
    DeadLetterService(DeadLetterRepository letters, TableService tables, IngestService ingest) {
        this.letters = letters;
        this.tables = tables;
        this.ingest = ingest;
    }

    List<DeadLetter> list(Workspace workspace, Filter filter, long after, int limit) {
        return letters.list(workspace.id(), filter, after, limit);
    }

    long count(Workspace workspace, Filter filter) {
        return letters.count(workspace.id(), filter);
    }

    DeadLetter get(Workspace workspace, long id) {
        return letters.find(workspace.id(), id).orElseThrow(() -> unknown(id));
    }

    void delete(Workspace workspace, long id) {
        if (!letters.delete(workspace.id(), id)) {
            throw unknown(id);
        }
    }

    int delete(Workspace workspace, Filter filter) {
        return letters.delete(workspace.id(), filter);
    }

    ReplayReport replay(Workspace workspace, long id) throws InterruptedException, IOException {
        return replay(workspace, List.of(get(workspace, id)), 0);
    }

    /** Takes in the letters after the one of this id, as many as one replay takes. */
    ReplayReport replay(Workspace workspace, Filter filter, long after) throws InterruptedException, IOException {
        List<DeadLetter> some = letters.list(workspace.id(), filter, after, REPLAYED_AT_ONCE);
        long last = some.isEmpty() ? after : some.getLast().id();
        boolean more = some.size() == REPLAYED_AT_ONCE
                && !letters.list(workspace.id(), filter, last, 1).isEmpty();
        return replay(workspace, some, more ? letters.count(workspace.id(), filter) - some.size() : 0);
    }

    private ReplayReport replay(Workspace workspace, List<DeadLetter> some, long remaining)
            throws InterruptedException, IOException {
        TableCatalog catalog = tables.catalog(workspace);
        List<DeadLetter> sent = new ArrayList<>();
        List<StoredDocument> documents = new ArrayList<>();
        int rejected = 0;
        for (DeadLetter letter : some) {
            try {
                documents.add(prepare(workspace, letter, catalog).document());
                sent.add(letter);
            } catch (UnreadableEvent e) {
                letters.replayed(workspace.id(), letter.id(), e.getMessage());
                rejected++;
            }
        }
        List<WriteResult> results = ingest.writer().write(documents);
        int[] counts = new int[3];
        Set<String> indices = new TreeSet<>();
        for (int i = 0; i < results.size(); i++) {
            counts[settle(workspace, sent.get(i), results.get(i))]++;
            indices.add(documents.get(i).index());
        }
        ingest.refresh(indices);
        return new ReplayReport(counts[0], counts[1], rejected + counts[2], remaining);
    }

    private static RequestProblem unknown(long id) {
        return RequestProblem.notFound("unknown-dead-letter", "there is no dead letter " + id);
    }

    private Prepared prepare(Workspace workspace, DeadLetter letter, TableCatalog catalog) throws UnreadableEvent {
        EventContext context = new EventContext(workspace.id(), catalog,
                letter.table() == null
                        ? null
                        : catalog.find(letter.table()).orElseThrow(
                                () -> new UnreadableEvent("there is no table '" + letter.table() + "'")),
                letter.tenant());
        return ingest.prepare(parse(letter), context, workspace, letter.sourcePosition());
    }

    private static JsonNode parse(DeadLetter letter) throws UnreadableEvent {
        try {
            return EventJson.parse(letter.event());
        } catch (JsonProcessingException e) {
            throw new UnreadableEvent("malformed JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UnreadableEvent("unreadable: " + e.getMessage(), e);
        }
    }

    /** Forgets a letter that arrived; 0 when it was accepted, 1 for a duplicate, 2 when it stays. */
    private int settle(Workspace workspace, DeadLetter letter, WriteResult result) {
        return switch (result) {
            case WriteResult.Created() -> {
                letters.delete(workspace.id(), letter.id());
                yield 0;
            }
            case WriteResult.Duplicate() -> {
                letters.delete(workspace.id(), letter.id());
                yield 1;
            }
            case WriteResult.Refused(String reason) -> {
                letters.replayed(workspace.id(), letter.id(), "the store refused the event: " + reason);
                yield 2;
            }
        };
    }
}

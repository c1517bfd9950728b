package dev.harrier.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import dev.harrier.catalog.Row;
import dev.harrier.catalog.TableCatalog;
import dev.harrier.ingest.EventContext;
import dev.harrier.ingest.Normaliser;
import dev.harrier.ingest.UnreadableEvent;
import dev.harrier.sample.GeneratedSample.Sent;

import org.junit.jupiter.api.Test;

/** What the generator writes is what ingest reads. */
class SampleIngestTest {

    @Test
    void everyEventBecomesARowOfItsOwnWithoutLoss() throws IOException, UnreadableEvent {
        GeneratedSample sample = GeneratedSample.of(GeneratedSample.options(20_000, 3, 5));
        TableCatalog catalog = TableCatalog.builtIn();
        UUID workspace = new UUID(1, 1);
        Normaliser normaliser = new Normaliser();
        Set<String> ids = new HashSet<>();
        Set<String> troubles = new TreeSet<>();
        int position = 0;
        for (Sent event : sample.events()) {
            EventContext context = new EventContext(workspace, catalog,
                    event.row() ? catalog.find(event.table()).orElseThrow() : null, null);
            Row row = normaliser.normalise(event.json(), context, "line " + position++);
            row.nulled().forEach(column -> troubles.add(row.table().name() + "." + column + " could not be read"));
            if (!row.table().name().equals(event.table())) {
                troubles.add(event.table() + " went to " + row.table().name());
            }
            if (!ids.add(row.table().name() + row.id())) {
                troubles.add(event.table() + " has two events with one identity: " + event.json());
            }
            if (event.row() && !row.extra().isEmpty()) {
                troubles.add(event.table() + " has unknown columns: " + row.extra());
            }
        }
        assertThat(troubles).isEmpty();
    }
}

package dev.harrier.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.harrier.catalog.Row;
import dev.harrier.ingest.IngestReport.Rejection;
import dev.harrier.ingest.IngestReport.TableCount;
import dev.harrier.search.IndexNames;

/** Counts what became of the events of one request. */
final class IngestTally {
    private static final int REJECTIONS_SHOWN = 100;

    private final Map<String, long[]> tables = new TreeMap<>();
    private final Map<String, Long> nulled = new TreeMap<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Set<String> indices = new HashSet<>();
    private long rejected;
    private long untimed;

    void accepted(Row row, String workspace) {
        table(row)[0]++;
        row.nulled().forEach(column -> nulled.merge(column, 1L, Long::sum));
        if (row.eventTicks().isEmpty()) {
            untimed++;
        }
        indices.add(IndexNames.of(workspace, row.table(), row.eventTicks(), Instant.now()));
    }

    void duplicate(Row row) {
        table(row)[1]++;
    }

    void rejected(EventPosition position, String reason) {
        rejected++;
        if (rejections.size() < REJECTIONS_SHOWN) {
            rejections.add(new Rejection(position, reason));
        }
    }

    long rejected() {
        return rejected;
    }

    /** The indices that have new documents. */
    Set<String> indices() {
        return indices;
    }

    IngestReport report() {
        Map<String, TableCount> counts = new TreeMap<>();
        long accepted = 0;
        long duplicates = 0;
        for (Map.Entry<String, long[]> table : tables.entrySet()) {
            long[] count = table.getValue();
            counts.put(table.getKey(), new TableCount(count[0], count[1]));
            accepted += count[0];
            duplicates += count[1];
        }
        return new IngestReport(accepted, duplicates, rejected, untimed, Map.copyOf(nulled), counts,
                List.copyOf(rejections));
    }

    private long[] table(Row row) {
        return tables.computeIfAbsent(row.table().name(), name -> new long[2]);
    }
}

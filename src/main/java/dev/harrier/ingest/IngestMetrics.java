package dev.harrier.ingest;

import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Counts of taking in, {@code harrier_ingest_*}. */
@ApplicationScoped
class IngestMetrics {
    private static final String CONNECTOR = "connector";
    private static final Set<String> KNOWN = Set.of(IngestRequest.HTTP, IngestRequest.REPLAY);

    private final MeterRegistry registry;

    @Inject
    IngestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(String name, IngestReport report) {
        // A sender may call itself anything; each new name would be a new series.
        String connector = KNOWN.contains(name) ? name : "other";
        report.tables().forEach((table, count) -> {
            registry.counter("harrier_ingest_events", CONNECTOR, connector, "table", table, "outcome", "accepted")
                    .increment(count.accepted());
            registry.counter("harrier_ingest_events", CONNECTOR, connector, "table", table, "outcome", "duplicate")
                    .increment(count.duplicates());
        });
        registry.counter("harrier_ingest_rejected", CONNECTOR, connector).increment(report.rejected());
        long nulled = report.nulledValues().values().stream().mapToLong(Long::longValue).sum();
        registry.counter("harrier_ingest_nulled_values", CONNECTOR, connector).increment(nulled);
    }
}

package dev.harrier.ingest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds of what one request may cost; each is explained in application.properties. */
@Singleton
public class IngestSettings {
    private final int maxEventBytes;
    private final long maxRejections;
    private final int concurrentRequests;
    private final Duration retryFor;

    @Inject
    IngestSettings(@ConfigProperty(name = "harrier.ingest.max-event-bytes") int maxEventBytes,
            @ConfigProperty(name = "harrier.ingest.max-rejections") long maxRejections,
            @ConfigProperty(name = "harrier.ingest.concurrent-requests") int concurrentRequests,
            @ConfigProperty(name = "harrier.ingest.retry-for") Duration retryFor) {
        this.maxEventBytes = maxEventBytes;
        this.maxRejections = maxRejections;
        this.concurrentRequests = concurrentRequests;
        this.retryFor = retryFor;
    }

    /** Longest event that is read, in bytes after decompression. */
    int maxEventBytes() {
        return maxEventBytes;
    }

    /** Unreadable events after which a request is given up. */
    long maxRejections() {
        return maxRejections;
    }

    /** Requests that are read at the same time. */
    int concurrentRequests() {
        return concurrentRequests;
    }

    /** How long events are sent to the store again before a request fails. */
    Duration retryFor() {
        return retryFor;
    }
}

package dev.harrier.ingest;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of what one request may cost. */
@ConfigMapping(prefix = "harrier.ingest")
public interface IngestSettings {
    /** Longest event that is read, in bytes after decompression; a longer one is rejected. */
    @WithDefault("8388608")
    int maxEventBytes();

    /** Unreadable events after which a request is given up: a body that is no events at all would fill the database. */
    @WithDefault("100000")
    long maxRejections();

    /** Requests that are read at the same time; others wait. Each holds a few megabytes. */
    @WithDefault("8")
    int concurrentRequests();

    /** How long events are sent to the store again before a request fails. */
    @WithDefault("120S")
    Duration retryFor();
}

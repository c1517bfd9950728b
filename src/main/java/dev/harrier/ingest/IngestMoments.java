package dev.harrier.ingest;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Moments of taking in: the clock's, but never the same twice, so that a document's tells whose it is. */
final class IngestMoments {
    private final AtomicLong last = new AtomicLong();

    /** The next moment, in ticks. */
    long next() {
        long now = EventTimes.ticks(Instant.now());
        return last.updateAndGet(before -> Math.max(before + 1, now));
    }
}

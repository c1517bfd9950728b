package dev.harrier.query;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Limits of queries; each is explained in application.properties. */
@Singleton
public class QuerySettings {
    @Inject
    @ConfigProperty(name = "harrier.query.slots")
    int slots;

    @Inject
    @ConfigProperty(name = "harrier.query.queue-timeout")
    Duration queueTimeout;

    @Inject
    @ConfigProperty(name = "harrier.query.timeout")
    Duration timeout;

    @Inject
    @ConfigProperty(name = "harrier.query.max-timeout")
    Duration maxTimeout;

    @Inject
    @ConfigProperty(name = "harrier.query.memory-mb")
    long memoryMb;

    @Inject
    @ConfigProperty(name = "harrier.query.max-memory-mb")
    long maxMemoryMb;

    @Inject
    @ConfigProperty(name = "harrier.query.max-rows")
    long maxRows;

    @Inject
    @ConfigProperty(name = "harrier.query.max-result-mb")
    long maxResultMb;

    /** Queries that run at one time; further ones wait. */
    int slots() {
        return slots;
    }

    /** How long a query may wait for a slot before it is told to come back. */
    Duration queueTimeout() {
        return queueTimeout;
    }

    /** How long a query may run if it does not say. */
    Duration timeout() {
        return timeout;
    }

    /** How long a query may run at most. */
    Duration maxTimeout() {
        return maxTimeout;
    }

    /** Memory of one query in megabytes, if it does not say. */
    long memoryMb() {
        return memoryMb;
    }

    /** Memory of one query in megabytes at most. */
    long maxMemoryMb() {
        return maxMemoryMb;
    }

    /** Rows of a result, if the query does not say. */
    long maxRows() {
        return maxRows;
    }

    /** Size of a result in megabytes. */
    long maxResultMb() {
        return maxResultMb;
    }
}

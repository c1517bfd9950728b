package dev.harrier.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How the embedded engines are run.
 *
 * @param dataDirectory everything that persists: both engines' data, logs, the format marker
 * @param enginesDirectory the folder that the build fills with the engines' programs
 * @param openSearchHeap OpenSearch's heap in the JVM's notation, for example {@code 1g}
 * @param openSearchStart how long OpenSearch may take until it answers
 * @param postgresStart how long PostgreSQL may take until it answers
 * @param quickStart compile less in OpenSearch's JVM: half the processor time to start, slower under load; for tests
 */
public record EngineSettings(Path dataDirectory, Path enginesDirectory, String openSearchHeap,
        Duration openSearchStart, Duration postgresStart, boolean quickStart) {

    public EngineSettings {
        dataDirectory = dataDirectory.toAbsolutePath().normalize();
        enginesDirectory = enginesDirectory.toAbsolutePath().normalize();
        Objects.requireNonNull(openSearchHeap);
        Objects.requireNonNull(openSearchStart);
        Objects.requireNonNull(postgresStart);
    }
}

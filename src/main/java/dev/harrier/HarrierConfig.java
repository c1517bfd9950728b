package dev.harrier;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where Harrier keeps its data and which engines it uses. Every property is explained in application.properties, which
 * also holds the defaults. A record and not a configuration mapping, because Quarkus loads mappings while it builds,
 * and the JDK that runs Maven may be older than these classes.
 *
 * @param mode what the service is run for
 * @param dataDir the folder for everything that persists
 * @param enginesDir the folder with the embedded engines' programs; found beside the application if it is not given
 * @param geoipDir the folder with the GeoLite2 databases; set while the service runs, if they are anywhere
 */
public record HarrierConfig(Mode mode, Path dataDir, Optional<Path> enginesDir, Optional<Path> geoipDir,
        OpenSearch opensearch, Postgresql postgresql) {

    /** What the service is run for. */
    public enum Mode {
        /** On one machine, to try it: loopback only, embedded engines, sample data, open access. */
        EVALUATION,
        /** For a team: authenticated, listening where it is told to. */
        PRODUCTION
    }

    /**
     * The event store.
     *
     * @param urls addresses of the cluster; empty only before the embedded one is started
     * @param username for basic authentication
     * @param password for basic authentication
     * @param heap of the embedded OpenSearch, in the JVM's notation
     * @param startTimeout how long the embedded OpenSearch may take until it answers
     * @param quickStart whether it compiles less, to start with half the processor time
     */
    public record OpenSearch(List<URI> urls, Optional<String> username, Optional<String> password, String heap,
            Duration startTimeout, boolean quickStart) {}

    /**
     * The embedded database server; one of your own is set by {@code quarkus.datasource}.
     *
     * @param startTimeout how long it may take until it answers
     */
    public record Postgresql(Duration startTimeout) {}

    /**
     * Reads the properties {@code harrier.*}.
     *
     * @throws IllegalArgumentException if a value has the wrong form; the message names the property
     */
    public static HarrierConfig from(Config config) {
        return new HarrierConfig(mode(config.getValue("harrier.mode", String.class)),
                config.getValue("harrier.data-dir", Path.class), path(config, "harrier.engines-dir"),
                path(config, "harrier.geoip-dir"),
                new OpenSearch(
                        config.getOptionalValues("harrier.opensearch.urls", URI.class).orElse(List.of()),
                        config.getOptionalValue("harrier.opensearch.username", String.class),
                        config.getOptionalValue("harrier.opensearch.password", String.class),
                        config.getValue("harrier.opensearch.heap", String.class),
                        config.getValue("harrier.opensearch.start-timeout", Duration.class),
                        config.getValue("harrier.opensearch.quick-start", Boolean.class)),
                new Postgresql(config.getValue("harrier.postgresql.start-timeout", Duration.class)));
    }

    private static Mode mode(String text) {
        try {
            return Mode.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "harrier.mode is '" + text + "'; it can be 'evaluation' or 'production'", unknown);
        }
    }

    private static Optional<Path> path(Config config, String property) {
        return config.getOptionalValue(property, Path.class);
    }
}

package dev.harrier;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where Harrier keeps its data and which engines it uses. Every property is explained in application.properties. */
@ConfigMapping(prefix = "harrier")
public interface HarrierConfig {

    /** What the service is run for. */
    enum Mode {
        /** On one machine, to try it: loopback only, embedded engines, sample data, open access. */
        EVALUATION,
        /** For a team: authenticated, listening where it is told to. */
        PRODUCTION
    }

    @WithDefault("production")
    Mode mode();

    /** The folder for everything that persists. */
    @WithDefault("data")
    Path dataDir();

    /** The folder with the embedded engines' programs; found beside the application if it is not given. */
    Optional<Path> enginesDir();

    /** The folder with the GeoLite2 databases; the engines' folder has them if it is not given. */
    Optional<Path> geoipDir();

    OpenSearch opensearch();

    Postgresql postgresql();

    /** The event store. */
    interface OpenSearch {

        /** Addresses of a cluster; without them an OpenSearch is started. While the service runs they are always set. */
        Optional<List<URI>> urls();

        Optional<String> username();

        Optional<String> password();

        /** Heap of the embedded OpenSearch in the JVM's notation. */
        @WithDefault("1g")
        String heap();

        /** How long the embedded OpenSearch may take until it answers. */
        @WithDefault("120S")
        Duration startTimeout();

        /** Whether the embedded OpenSearch compiles less, to start with half the processor time. */
        @WithDefault("false")
        boolean quickStart();
    }

    /** The embedded database server; one of your own is set by {@code quarkus.datasource}. */
    interface Postgresql {

        /** How long the embedded PostgreSQL may take until it answers. */
        @WithName("start-timeout")
        @WithDefault("60S")
        Duration startTimeout();
    }
}

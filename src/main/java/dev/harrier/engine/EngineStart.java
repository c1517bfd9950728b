package dev.harrier.engine;

import dev.harrier.HarrierConfig;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.PropertiesConfigSourceLoader;
import io.smallrye.config.SmallRyeConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides which engines are to be embedded, starts them, and says where they are in the properties that the rest of the
 * service reads. This happens before Quarkus starts, which needs the database from its first moment.
 */
public final class EngineStart {

    private static final String OPENSEARCH_URLS = "harrier.opensearch.urls";
    private static final String JDBC_URL = "quarkus.datasource.jdbc.url";

    /** The running engines, for metrics; empty when all are external or this class was loaded anew by live reload. */
    private static volatile Optional<Engines> running = Optional.empty();

    private final SmallRyeConfig config;
    private final HarrierConfig harrier;

    private EngineStart(SmallRyeConfig config) {
        this.config = config;
        this.harrier = HarrierConfig.from(config);
    }

    /**
     * Reads the configuration as Quarkus will, only earlier.
     *
     * @throws EngineFailure if a setting has no usable value
     */
    public static EngineStart read() throws EngineFailure {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try {
            return new EngineStart(ConfigUtils.emptyConfigBuilder()
                    .withSources(PropertiesConfigSourceLoader.inClassPath("application.properties", 250, loader))
                    .withSources(PropertiesConfigSourceLoader.inFileSystem(
                            Path.of("config", "application.properties").toUri().toString(), 260, loader))
                    .build());
        } catch (IllegalArgumentException | NoSuchElementException unusable) {
            throw new EngineFailure("A setting cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    public HarrierConfig config() {
        return harrier;
    }

    /** A property as Quarkus will see it. */
    public Optional<String> property(String name) {
        return config.getOptionalValue(name, String.class);
    }

    /** The database that is configured, or else the embedded one if a service runs it; for commands. */
    public Optional<RunningDatabase> database() {
        if (!embedsPostgres()) {
            return Optional.of(new RunningDatabase(property(JDBC_URL).orElseThrow(),
                    property("quarkus.datasource.username").orElse(""),
                    property("quarkus.datasource.password").orElse("")));
        }
        return RunningDatabase.embedded(harrier.dataDir());
    }

    /** Whether OpenSearch is to be embedded, no cluster being given. */
    public boolean embedsOpenSearch() {
        return harrier.opensearch().urls().isEmpty();
    }

    /** Whether PostgreSQL is to be embedded, no database being given. */
    public boolean embedsPostgres() {
        return property(JDBC_URL).isEmpty();
    }

    /**
     * Starts what is to be embedded and publishes where it is as system properties.
     *
     * @param answering told of each engine as soon as it answers, from several threads
     */
    public Optional<Engines> start(Consumer<Engines.Status> answering) throws EngineFailure {
        Path enginesDirectory = harrier.enginesDir().orElseGet(EngineFiles::defaultDirectory);
        publishGeoip(enginesDirectory);
        if (!embedsOpenSearch() && !embedsPostgres()) {
            return Optional.empty();
        }
        EngineSettings settings = new EngineSettings(harrier.dataDir(), enginesDirectory,
                harrier.opensearch().heap(), harrier.opensearch().startTimeout(), harrier.postgresql().startTimeout(),
                harrier.opensearch().quickStart());
        Engines engines = Engines.start(settings, embedsOpenSearch(), embedsPostgres(), answering);
        properties(engines).forEach(System::setProperty);
        running = Optional.of(engines);
        return running;
    }

    private void publishGeoip(Path enginesDirectory) {
        Path geoip = enginesDirectory.resolve("geoip").toAbsolutePath();
        if (harrier.geoipDir().isEmpty() && Files.isDirectory(geoip)) {
            System.setProperty("harrier.geoip-dir", geoip.toString());
        }
    }

    /** Where the engines are, as the properties that the rest of the service reads. */
    public static Map<String, String> properties(Engines engines) {
        Map<String, String> properties = new LinkedHashMap<>();
        engines.openSearchUrl().ifPresent(url -> properties.put(OPENSEARCH_URLS, url.toString()));
        engines.jdbcUrl().ifPresent(url -> {
            properties.put(JDBC_URL, url);
            properties.put("quarkus.datasource.username", engines.jdbcUser());
            properties.put("quarkus.datasource.password", engines.jdbcPassword().orElseThrow());
        });
        return properties;
    }

    static Optional<Engines> running() {
        return running;
    }
}

package dev.harrier.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One OpenSearch and one PostgreSQL for all tests of this JVM, started when the first test asks. Quarkus loads test
 * classes more than once, each time with statics of their own; therefore the addresses live in system properties.
 */
public final class TestEngines {

    private static final String STATE = "harrier.test.engines";
    private static final Path DATA = Path.of(System.getProperty("harrier.test.data-dir", "target/test-data"));

    private TestEngines() {}

    /** Address of the shared OpenSearch, for example {@code http://127.0.0.1:41234}. */
    public static String openSearchUrl() {
        return properties().get("harrier.opensearch.urls");
    }

    /** Address of the shared PostgreSQL without credentials; they are in {@link #properties}. */
    public static String jdbcUrl() {
        return properties().get("quarkus.datasource.jdbc.url");
    }

    /** What a Quarkus application must be told to use the shared engines. */
    public static Map<String, String> properties() {
        synchronized (System.getProperties()) {
            String known = System.getProperty(STATE);
            if (known == null) {
                known = write(start());
                System.setProperty(STATE, known);
            }
            return read(known);
        }
    }

    /** As text, because libraries copy the system properties and stumble over other values. */
    private static String write(Map<String, String> properties) {
        return properties.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> read(String text) {
        return text.lines().map(line -> line.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Map<String, String> start() {
        try {
            Engines engines = Engines.start(settings(DATA), true, true);
            Runtime.getRuntime().addShutdownHook(new Thread(engines::close, "stop-test-engines"));
            return EngineStart.properties(engines);
        } catch (EngineFailure failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** Settings for an engine test with a data folder of its own. */
    static EngineSettings settings(Path data) {
        Path engines = Path.of(System.getProperty("harrier.engines-dir", "target/engines"));
        return new EngineSettings(data, engines, "512m", Duration.ofMinutes(3), Duration.ofMinutes(1), true);
    }
}

package dev.harrier.web;

import dev.harrier.HarrierConfig;
import dev.harrier.engine.EngineStart;
import dev.harrier.engine.EngineStatus;
import dev.harrier.engine.Engines;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says on the console what was started, where, and where to look first; then waits until the service is stopped. */
public final class StartupReport implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(StartupReport.class);
    private static final String EXAMPLE = """
              Try a first hunt, which accounts failed to sign in most often:

              curl -s %s/api/v1/workspaces/default/queries \\
                -H 'Content-Type: application/json' -H 'Accept: text/csv' \\
                -d '{"query": "SigninLogs | where ResultType != 0 | summarize Failures=count() by UserPrincipalName | top 5 by Failures"}'
            """;

    @Inject
    HarrierConfig config;

    @Inject
    EngineStatus engines;

    @ConfigProperty(name = "quarkus.http.host")
    String host;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    /** Before anything is started: what is going to happen, for those who wait. */
    public static void announce(EngineStart start) {
        Path data = start.config().dataDir().toAbsolutePath().normalize();
        String engines = Stream.of(start.embedsOpenSearch() ? "OpenSearch" : "",
                start.embedsPostgres() ? "PostgreSQL" : "").filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" and "));
        if (!engines.isEmpty()) {
            progress(start).println("Harrier starts its own " + engines + ", data in " + data + " ...");
        }
    }

    /** One engine is up while another may not be. */
    public static void answering(EngineStart start, Engines.Status engine) {
        progress(start).println(engine.title() + " answers after " + seconds(engine.startTook()) + " ...");
    }

    /** In production, standard output is for the log alone, which programs read. */
    private static PrintStream progress(EngineStart start) {
        return switch (start.config().mode()) {
            case EVALUATION -> System.out;
            case PRODUCTION -> System.err;
        };
    }

    @Override
    public int run(String... arguments) {
        Map<String, String> facts = facts();
        switch (config.mode()) {
            case EVALUATION -> System.out.print(text(facts));
            case PRODUCTION -> facts.forEach((name, value) -> LOG.infof("%s: %s", name, value));
        }
        Quarkus.waitForExit();
        return 0;
    }

    private Map<String, String> facts() {
        String base = "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Harrier", "ready after " + seconds(uptime()) + " in " + mode());
        engines.all().forEach(engine -> facts.put(engine.title(),
                engine.address() + ", process " + engine.pid() + ", answered after " + seconds(engine.startTook())));
        if (engines.all().stream().noneMatch(engine -> engine.name().equals("opensearch"))) {
            facts.put("OpenSearch", config.opensearch().urls().stream().map(StartupReport::withoutUser)
                    .collect(Collectors.joining(", ")));
        }
        if (!engines.all().isEmpty()) {
            facts.put("Data", config.dataDir().toAbsolutePath().normalize().toString());
        }
        facts.put("API", base + "/q/swagger-ui");
        facts.put("Health", base + "/q/health");
        facts.put("Metrics", base + "/q/metrics");
        return facts;
    }

    /** A password may be part of the address. */
    private static String withoutUser(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    private String text(Map<String, String> facts) {
        StringBuilder text = new StringBuilder(System.lineSeparator());
        facts.forEach((name, value) -> line(text, name, value));
        line(text, "Stop", "Ctrl-C");
        String example = EXAMPLE.formatted(facts.get("API").replace("/q/swagger-ui", ""));
        return text.append(System.lineSeparator()).append(example).append(System.lineSeparator()).toString();
    }

    private String mode() {
        return switch (config.mode()) {
            case EVALUATION -> "evaluation mode: access is open, on this machine only";
            case PRODUCTION -> "production mode";
        };
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format("  %-18s %s%n", name, value));
    }

    private static Duration uptime() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    private static String seconds(Duration duration) {
        return String.format(java.util.Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}

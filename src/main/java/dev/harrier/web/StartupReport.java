package dev.harrier.web;

import dev.harrier.HarrierConfig;
import dev.harrier.engine.EngineStart;
import dev.harrier.engine.EngineStatus;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says on the console what was started, where, and where to look first; then waits until the service is stopped. */
public final class StartupReport implements QuarkusApplication {

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
        if (start.embedsOpenSearch() && start.embedsPostgres()) {
            System.out.println("Harrier starts its own OpenSearch and PostgreSQL, data in " + data + " ...");
        } else if (start.embedsOpenSearch()) {
            System.out.println("Harrier starts its own OpenSearch, data in " + data + " ...");
        } else if (start.embedsPostgres()) {
            System.out.println("Harrier starts its own PostgreSQL, data in " + data + " ...");
        }
    }

    @Override
    public int run(String... arguments) {
        System.out.print(text());
        Quarkus.waitForExit();
        return 0;
    }

    private String text() {
        String base = "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port;
        StringBuilder text = new StringBuilder(System.lineSeparator());
        line(text, "Harrier", "ready after " + seconds(uptime()) + " in " + mode());
        engines.all().forEach(engine -> line(text, engine.title(),
                engine.address() + ", process " + engine.pid() + ", answered after " + seconds(engine.startTook())));
        line(text, "Data", config.dataDir().toAbsolutePath().normalize().toString());
        line(text, "API", base + "/q/swagger-ui");
        line(text, "Health", base + "/q/health");
        line(text, "Metrics", base + "/q/metrics");
        line(text, "Stop", "Ctrl-C");
        return text.append(System.lineSeparator()).toString();
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

package dev.harrier.engine;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A single OpenSearch node in a JVM of its own, on loopback, with its data under the data folder. */
final class OpenSearchEngine implements Engine {

    private static final Duration STOP_GRACE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String LAUNCHER = "dev.harrier.launcher.OpenSearchLauncher";
    /** Grouping by many keys is what hunting does; the default of 65 535 buckets would fail such queries. */
    private static final String CLUSTER_SETTINGS = "{\"persistent\":{\"search.max_buckets\":1000000}}";

    private final EngineSettings settings;
    private final Path home;
    private final Path state;
    private final RecordedProcess record;
    private volatile EngineProcess process;
    private volatile int port;

    OpenSearchEngine(EngineSettings settings) throws EngineFailure {
        this.settings = settings;
        this.home = EngineFiles.openSearchHome(settings.enginesDirectory());
        this.state = settings.dataDirectory().resolve("opensearch");
        this.record = new RecordedProcess(settings.dataDirectory().resolve("run/opensearch.pid"));
    }

    @Override
    public String title() {
        return "OpenSearch " + home.getFileName().toString().substring("opensearch-".length());
    }

    @Override
    public String name() {
        return "opensearch";
    }

    URI url() {
        return URI.create("http://" + Ports.LOOPBACK + ":" + port);
    }

    @Override
    public void start() throws EngineFailure {
        try {
            record.endOrphan(title());
            writeConfiguration();
            Files.deleteIfExists(portsFile());
            process = EngineProcess.start(command(), state.resolve("logs/opensearch.log"), record);
            awaitReady();
        } catch (IOException failure) {
            throw failure(failure.toString(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure("the start was interrupted", interrupted);
        }
    }

    private void writeConfiguration() throws IOException {
        Path configuration = Files.createDirectories(state.resolve("config"));
        Files.createDirectories(state.resolve("logs"));
        try (InputStream logging = OpenSearchEngine.class.getResourceAsStream("opensearch-log4j2.properties")) {
            Files.copy(logging, configuration.resolve("log4j2.properties"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + settings.openSearchHeap(), "-Xmx" + settings.openSearchHeap(), "-XX:+UseG1GC",
                "-XX:G1ReservePercent=25", "-XX:InitiatingHeapOccupancyPercent=30", "-Xss1m",
                "-XX:+UseCompactObjectHeaders", "-XX:+ExitOnOutOfMemoryError"));
        if (settings.quickStart()) {
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Djava.awt.headless=true", "-Djna.nosys=true",
                "-Dio.netty.noUnsafe=true", "-Dio.netty.noKeySetOptimization=true",
                "-Dio.netty.recycler.maxCapacityPerThread=0", "-Dio.netty.allocator.numDirectArenas=0",
                "-Dlog4j.shutdownHookEnabled=false", "-Dlog4j2.disable.jmx=true",
                "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
                "-Djava.io.tmpdir=" + temporary(), "-Dopensearch.path.home=" + home,
                "-Dopensearch.path.conf=" + state.resolve("config"), "-Dopensearch.distribution.type=zip",
                "-Dopensearch.bundled_jdk=false", "-cp",
                EngineFiles.launcher(settings.enginesDirectory()) + java.io.File.pathSeparator + home.resolve("lib")
                        + "/*",
                LAUNCHER, "-Ecluster.name=harrier", "-Enode.name=harrier", "-Enetwork.host=" + Ports.LOOPBACK,
                "-Ehttp.port=" + port, "-Etransport.port=0", "-Ediscovery.type=single-node",
                "-Ecluster.routing.allocation.disk.threshold_enabled=false", "-Eaction.auto_create_index=false",
                "-Epath.data=" + state.resolve("data"), "-Epath.logs=" + state.resolve("logs"),
                "-Enode.portsfile=true"));
        return command;
    }

    private Path temporary() {
        try {
            return Files.createDirectories(state.resolve("tmp"));
        } catch (IOException unwritable) {
            return Path.of(System.getProperty("java.io.tmpdir"));
        }
    }

    private Path portsFile() {
        return state.resolve("logs/http.ports");
    }

    private void awaitReady() throws InterruptedException, EngineFailure {
        Instant deadline = Instant.now().plus(settings.openSearchStart());
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!ready(client)) {
                if (!process.isAlive()) {
                    throw failure("its process ended with exit code " + process.waitFor(), null);
                }
                if (Instant.now().isAfter(deadline)) {
                    stop();
                    throw failure("it did not answer within " + settings.openSearchStart().toSeconds()
                            + " seconds (harrier.opensearch.start-timeout)", null);
                }
                Thread.sleep(POLL);
            }
        }
    }

    private boolean ready(HttpClient client) throws InterruptedException {
        try {
            if (!Files.exists(portsFile())) {
                return false;
            }
            try (Stream<String> lines = Files.lines(portsFile())) {
                port = lines.filter(line -> line.startsWith(Ports.LOOPBACK + ":"))
                        .map(line -> Integer.parseInt(line.substring(line.lastIndexOf(':') + 1).strip())).findFirst()
                        .orElse(port);
            }
            return answers(client, request("/_cluster/health?wait_for_status=yellow&timeout=1s").GET())
                    && answers(client, request("/_cluster/settings").header("Content-Type", "application/json")
                            .PUT(HttpRequest.BodyPublishers.ofString(CLUSTER_SETTINGS)));
        } catch (IOException notYet) {
            return false;
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url().resolve(path)).timeout(Duration.ofSeconds(5));
    }

    private static boolean answers(HttpClient client, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    }

    private EngineFailure failure(String why, Throwable cause) {
        String tail = process == null ? "" : "\n" + logTail();
        return new EngineFailure(title() + " did not start: " + why
                + ".\nIf memory is short, lower harrier.opensearch.heap (now " + settings.openSearchHeap()
                + "); to use a cluster of your own, set harrier.opensearch.urls." + tail, cause);
    }

    @Override
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public String logTail() {
        return process.logTail();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void stop() {
        EngineProcess running = process;
        if (running != null) {
            running.stop(STOP_GRACE);
        }
    }
}

package dev.harrier.benchmark.hunting;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The service under test and its index: started here with a data folder of its own, or one that runs already. */
final class Deployment implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(5);
    private static final long STOP_SECONDS = 60;
    private static final String LOOPBACK = "127.0.0.1";
    private final Optional<Process> process;
    private final Api api;
    private final Index index;
    private final Processors processors;

    private Deployment(Optional<Process> process, URI service, URI opensearch, long events) {
        this.process = process;
        this.processors = new Processors(process.stream()
                .flatMap(running -> Stream.concat(Stream.of(running.toHandle()), running.descendants()))
                .map(ProcessHandle::pid).toList());
        this.api = new Api(service);
        this.index = new Index(opensearch, events);
    }

    static Deployment open(Settings settings) throws IOException, InterruptedException {
        return open(settings, settings.events());
    }

    /** @param events how many there will be, for requests that must know */
    static Deployment open(Settings settings, long events) throws IOException, InterruptedException {
        if (settings.url().isPresent()) {
            URI opensearch = settings.opensearch().orElseThrow(() -> new IllegalArgumentException(
                    "harrier.benchmark.opensearch must say where the index of that service is"));
            return new Deployment(Optional.empty(), settings.url().get(), opensearch, events);
        }
        return start(settings, events);
    }

    private static Deployment start(Settings settings, long events) throws IOException, InterruptedException {
        Files.createDirectories(settings.data());
        int port = freePort();
        Path ports = settings.data().resolve("opensearch/logs/http.ports");
        Files.deleteIfExists(ports);
        Process process = new ProcessBuilder(command(settings, port)).redirectErrorStream(true)
                .redirectOutput(settings.data().resolve("service.log").toFile()).start();
        Thread ending = new Thread(() -> stop(process));
        Runtime.getRuntime().addShutdownHook(ending);
        URI url = URI.create("http://" + LOOPBACK + ":" + port);
        Api api = new Api(url);
        Instant deadline = Instant.now().plus(START);
        while (!api.isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                stop(process);
                throw new IOException("the service did not start, see " + settings.data().resolve("service.log"));
            }
            Thread.sleep(200);
        }
        try (Stream<String> lines = Files.lines(ports)) {
            String address = lines.filter(line -> line.startsWith(LOOPBACK)).findFirst().orElseThrow();
            return new Deployment(Optional.of(process), url, URI.create("http://" + address), events);
        }
    }

    private static List<String> command(Settings settings, int port) {
        Path jar = Files.isDirectory(settings.service())
                ? settings.service().resolve("quarkus-run.jar")
                : settings.service();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseCompactObjectHeaders", "-Xmx2g", "-Dharrier.mode=evaluation",
                        "-Dharrier.opensearch.heap=2g", "-Dharrier.sample.at-start=false",
                        "-Dharrier.data-dir=" + settings.data(), "-Dquarkus.http.port=" + port));
        command.addAll(settings.javaOptions());
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Api api() {
        return api;
    }

    Index index() {
        return index;
    }

    /** Of the service and its engines. */
    Processors processors() {
        return processors;
    }

    /** The most memory that the service's process has held, in megabytes; empty if it was not started here. */
    Optional<Long> peakMegabytes() {
        return process.map(running -> {
            try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(running.pid()), "status"))) {
                return lines.filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024).findFirst().orElse(0L);
            } catch (IOException unknown) {
                return 0L;
            }
        });
    }

    @Override
    public void close() {
        process.ifPresent(Deployment::stop);
    }

    private static void stop(Process process) {
        process.destroy();
        try {
            process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

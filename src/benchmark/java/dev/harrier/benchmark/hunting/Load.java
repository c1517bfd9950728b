package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

/**
 * Brings the events in by the service's own ingest door, from where the last load ended. Events have ids, so what an
 * interrupted load sent without noting it is not there twice.
 */
final class Load {
    private static final int BATCH = 4_000;
    private static final int CONNECTIONS = 2;
    private static final int TOLD_EVERY = 100_000;
    private final Deployment deployment;
    private final Path state;

    Load(Deployment deployment, Path data) {
        this.deployment = deployment;
        this.state = data.resolve("benchmark-events");
    }

    /** How many events a folder holds, as far as loads have noted. */
    static long loaded(Path data) throws IOException {
        Path state = data.resolve("benchmark-events");
        if (!Files.exists(state)) {
            return 0;
        }
        List<String> lines = Files.readAllLines(state);
        if (Integer.parseInt(lines.getFirst()) != SignInEvents.EDITION) {
            throw new IOException(data + " holds events of another edition of the generator; use another folder");
        }
        return Long.parseLong(lines.get(1));
    }

    /** Loads up to so many events, then waits until all are visible and merged as far as they will be. */
    void upTo(long events, Path data) throws IOException, InterruptedException {
        long from = loaded(data);
        long begin = System.nanoTime();
        for (long next = from; next < events;) {
            long until = Math.min(events, next + (long) CONNECTIONS * BATCH);
            send(next, until);
            Files.write(state, List.of(Integer.toString(SignInEvents.EDITION), Long.toString(until)));
            if (until / TOLD_EVERY > next / TOLD_EVERY || until == events) {
                double seconds = (System.nanoTime() - begin) / 1e9;
                System.out.printf(Locale.ROOT, "%,d events, %.0f a second%n", until, (until - from) / seconds);
            }
            next = until;
        }
        settle();
        check(Math.max(events, from));
    }

    private void send(long from, long until) {
        List<CompletableFuture<Void>> parts = LongStream.iterate(from, start -> start < until, start -> start + BATCH)
                .mapToObj(start -> CompletableFuture.runAsync(() -> batch(start, Math.min(until, start + BATCH))))
                .toList();
        CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)).join();
    }

    private void batch(long from, long until) {
        JsonNode report = deployment.api().ingest(SignInEvents.lines(from, until));
        if (report.path("accepted").asLong() + report.path("duplicates").asLong() != until - from) {
            throw new IllegalStateException("not all events were taken in: " + report);
        }
    }

    private void settle() throws InterruptedException {
        Index index = deployment.index();
        index.call("POST", "/harrier.default.*/_refresh", "");
        while (index.call("GET", "/_nodes/stats/indices/merge", "").findPath("merges").path("current").asInt() > 0) {
            Thread.sleep(500);
        }
        index.call("PUT", "/harrier.default.*/_settings", "{'index.requests.cache.enable':false}");
    }

    private void check(long events) {
        long[] expected = SignInEvents.counts(events);
        for (int stream = 0; stream < expected.length; stream++) {
            long found = deployment.index().count(SignInEvents.TABLES.get(stream));
            if (found != expected[stream]) {
                throw new IllegalStateException(SignInEvents.TABLES.get(stream) + " has " + found + " rows instead of "
                        + expected[stream] + "; the folder is of no use");
            }
        }
    }
}

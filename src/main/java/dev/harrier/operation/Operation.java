package dev.harrier.operation;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A long piece of work and where it stands. Safe for several threads. */
public final class Operation {

    /** Where it stands. */
    enum State {
        RUNNING, SUCCEEDED, FAILED, CANCELLED
    }

    private static final AtomicLong COUNT = new AtomicLong();

    private final UUID id = UUID.randomUUID();
    private final long number = COUNT.incrementAndGet();
    private final Instant started = Instant.now();
    private final String workspace;
    private final String kind;
    private final Runnable cancel;
    private final Supplier<String> progress;
    private State state = State.RUNNING;
    private Instant ended;
    private Path result;
    private String mediaType;
    private String error;

    Operation(String workspace, String kind, Runnable cancel, Supplier<String> progress) {
        this.workspace = workspace;
        this.kind = kind;
        this.cancel = cancel;
        this.progress = progress;
    }

    UUID id() {
        return id;
    }

    /** Its place in the order of beginnings. */
    long number() {
        return number;
    }

    String workspace() {
        return workspace;
    }

    /** Ends it. */
    synchronized void cancel() {
        if (state == State.RUNNING) {
            state = State.CANCELLED;
            ended = Instant.now();
            cancel.run();
        }
    }

    /** @param file the result, which belongs to the operation from now on */
    public synchronized boolean succeed(Path file, String resultMediaType) {
        if (state != State.RUNNING) {
            return false;
        }
        state = State.SUCCEEDED;
        ended = Instant.now();
        result = file;
        mediaType = resultMediaType;
        return true;
    }

    public synchronized void fail(String reason) {
        if (state == State.RUNNING) {
            state = State.FAILED;
            ended = Instant.now();
            error = reason;
        }
    }

    synchronized Optional<Path> result() {
        return Optional.ofNullable(result);
    }

    synchronized String mediaType() {
        return mediaType;
    }

    synchronized boolean endedBefore(Instant time) {
        return ended != null && ended.isBefore(time);
    }

    /** As answers show it. */
    public synchronized OperationView view() {
        String address = "/api/v1/workspaces/" + workspace + "/operations/" + id;
        return new OperationView(id, kind, state.name().toLowerCase(Locale.ROOT),
                state == State.RUNNING ? progress.get() : "", started, ended,
                result == null ? null : address + "/result", error);
    }
}

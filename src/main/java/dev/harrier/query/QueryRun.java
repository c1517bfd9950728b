package dev.harrier.query;

import dev.harrier.kql.QueryExecution;
import java.time.Instant;
import java.util.UUID;

/** A query that holds a slot, until it is closed. */
public final class QueryRun implements AutoCloseable {
    private final UUID id = UUID.randomUUID();
    private final Instant started = Instant.now();
    private final String workspace;
    private final String text;
    private final QueryExecution execution;
    private final Runnable onClose;
    private boolean read;
    private boolean closed;

    QueryRun(String workspace, String text, QueryExecution execution, java.util.function.Consumer<QueryRun> onClose) {
        this.workspace = workspace;
        this.text = text;
        this.execution = execution;
        this.onClose = () -> onClose.accept(this);
    }

    public UUID id() {
        return id;
    }

    public Instant started() {
        return started;
    }

    public String workspace() {
        return workspace;
    }

    public String text() {
        return text;
    }

    public QueryExecution execution() {
        return execution;
    }

    /** Ends it from any thread; whoever reads it gets a failure. */
    public void cancel() {
        execution.cancel();
    }

    /** Claims the rows for one reader, who closes the run; false if it was closed unread. */
    synchronized boolean beginReading() {
        read = true;
        return !closed;
    }

    /** Closes it if nobody began to read it. */
    synchronized void closeUnlessRead() {
        if (!read) {
            close();
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            execution.close();
            onClose.run();
        }
    }
}

package dev.harrier.engine;

/** An embedded engine: one child process at a time, which can be started again after it died. */
sealed interface Engine permits OpenSearchEngine, PostgresEngine {

    /** What people call it, with its version. */
    String title();

    /** Short name for metrics and threads, lower case. */
    String name();

    /** Starts the process and returns when it answers. A second call after a crash keeps the same port. */
    void start() throws EngineFailure;

    /** Waits until the current process ends and returns its exit code. */
    int waitFor() throws InterruptedException;

    /** The end of the log, for messages. */
    String logTail();

    long pid();

    /** Stops the process and returns when it is gone. */
    void stop();
}

package dev.harrier.engine;

/** An embedded engine cannot run. The message says which, why, and what the operator can do; it needs no stack trace. */
public final class EngineFailure extends Exception {

    private static final long serialVersionUID = 1L;

    public EngineFailure(String message) {
        super(message);
    }

    public EngineFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

package dev.harrier.ingest;

/** A request that could not be finished. What was acknowledged before is in the report and stays stored. */
public final class IngestFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is, and so which status answers. */
    public enum Cause {
        /** The body cannot be read on. */
        MALFORMED,
        /** Too many events in it are unreadable. */
        TOO_MANY_REJECTIONS,
        /** The store does not take events now; the same request can be sent again. */
        UNAVAILABLE
    }

    private final Cause kind;
    private final transient IngestReport report;
    private final transient MalformedStream position;

    IngestFailure(Cause kind, String message, IngestReport report, Exception cause) {
        super(message, cause);
        this.kind = kind;
        this.report = report;
        this.position = cause instanceof MalformedStream malformed ? malformed : null;
    }

    public Cause kind() {
        return kind;
    }

    public IngestReport report() {
        return report;
    }

    /** Where the body breaks off being readable, or null. */
    public MalformedStream position() {
        return position;
    }
}

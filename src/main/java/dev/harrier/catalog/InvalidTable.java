package dev.harrier.catalog;

/** A description of a table that cannot be accepted; the message says why. */
public final class InvalidTable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the description is sound by itself but at odds with what is there. */
    private final boolean conflict;

    private InvalidTable(String message, boolean conflict) {
        super(message);
        this.conflict = conflict;
    }

    static InvalidTable malformed(String message) {
        return new InvalidTable(message, false);
    }

    static InvalidTable conflict(String message) {
        return new InvalidTable(message, true);
    }

    public boolean isConflict() {
        return conflict;
    }
}

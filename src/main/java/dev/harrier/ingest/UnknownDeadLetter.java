package dev.harrier.ingest;

/** There is no dead letter of this number in the workspace. */
public final class UnknownDeadLetter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownDeadLetter(long id) {
        super("there is no dead letter " + id);
    }
}

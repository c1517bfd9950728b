package dev.harrier.search;

/** OpenSearch did not take documents for as long as we were willing to wait. Some of them may have been written. */
public final class StorageUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}

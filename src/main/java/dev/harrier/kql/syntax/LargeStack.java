package dev.harrier.kql.syntax;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Computes what walks deep trees on a thread with a stack of its own. Trees are as deep as a query's brackets nest and
 * its pipelines are long, both of which are limited; but the stack that a caller has left is not known.
 */
public final class LargeStack {
    private static final long BYTES = 256L << 20;

    private LargeStack() {}

    /** The same as {@code work.get()}, failures included; waits for it even when interrupted. */
    public static <T> T call(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(null, () -> {
            try {
                result.complete(work.get());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        }, "kql-deep", BYTES);
        thread.start();
        try {
            return result.join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case RuntimeException thrown -> throw thrown;
                case Error thrown -> throw thrown;
                case Throwable thrown -> throw new IllegalStateException(thrown);
            }
        }
    }
}

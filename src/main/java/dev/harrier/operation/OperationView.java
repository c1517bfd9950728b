package dev.harrier.operation;

import java.time.Instant;
import java.util.UUID;

/**
 * A long piece of work, as answers show it.
 *
 * @param kind such as {@code query}
 * @param state {@code running}, {@code succeeded}, {@code failed} or {@code cancelled}
 * @param progress in words, for people
 * @param ended when it ended, or {@code null}
 * @param result address of the result once it succeeded, or {@code null}
 * @param error why it failed, or {@code null}
 */
public record OperationView(UUID id, String kind, String state, String progress, Instant started, Instant ended,
        String result, String error) {}

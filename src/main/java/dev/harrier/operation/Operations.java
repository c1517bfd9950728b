package dev.harrier.operation;

import dev.harrier.access.RequestProblem;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The operations of this instance. */
@ApplicationScoped
public class Operations {
    private static final Logger LOG = Logger.getLogger(Operations.class);
    private final Map<UUID, Operation> operations = new ConcurrentHashMap<>();

    @ConfigProperty(name = "harrier.operation.keep", defaultValue = "1H")
    Duration kept;

    /**
     * Registers work that has begun.
     *
     * @param cancel ends the work
     * @param progress says in words how far it is
     */
    public Operation begin(String workspace, String kind, Runnable cancel, Supplier<String> progress) {
        Operation operation = new Operation(workspace, kind, cancel, progress);
        operations.put(operation.id(), operation);
        return operation;
    }

    /** @throws RequestProblem if the workspace has no such operation */
    Operation get(String workspace, UUID id) {
        Operation operation = operations.get(id);
        if (operation == null || !operation.workspace().equals(workspace)) {
            throw RequestProblem.notFound("unknown-operation", "there is no operation " + id
                    + "; operations are kept for " + kept.toMinutes() + " minutes after they ended");
        }
        return operation;
    }

    /** Operations of a workspace that began before the one of this number, newest first. */
    List<Operation> of(String workspace, long before, int most) {
        return operations.values().stream().filter(operation -> operation.workspace().equals(workspace))
                .filter(operation -> operation.number() < before)
                .sorted(Comparator.comparingLong(Operation::number).reversed()).limit(most).toList();
    }

    @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        forgetEndedBefore(Instant.now().minus(kept));
    }

    void forgetAll(@Observes ShutdownEvent event) {
        operations.values().forEach(Operation::cancel);
        forgetEndedBefore(Instant.MAX);
    }

    private void forgetEndedBefore(Instant time) {
        for (Operation operation : operations.values()) {
            if (operation.endedBefore(time)) {
                operations.remove(operation.id());
                operation.result().ifPresent(Operations::delete);
            }
        }
    }

    private static void delete(Path result) {
        try {
            Files.deleteIfExists(result);
        } catch (IOException e) {
            LOG.warnf("A result cannot be deleted: %s", e.getMessage());
        }
    }
}

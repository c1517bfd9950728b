package dev.harrier.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * A child process written down as process id and start time, so that a later run finds what a killed run left behind.
 * The start time is what makes it safe to end the process: ids are reused, pairs are not.
 */
final class RecordedProcess {

    private static final Logger LOG = Logger.getLogger(RecordedProcess.class);
    private static final Duration GRACE = Duration.ofSeconds(20);
    /** Linux keeps start times in hundredths of a second, and the boot time they count from is rounded anew. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    RecordedProcess(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) throws IOException {
        Files.createDirectories(file.getParent());
        Instant start = process.info().startInstant().orElse(Instant.EPOCH);
        Files.write(file, List.of(Long.toString(process.pid()), start.toString()));
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /** The recorded process, if it is still the same one and alive. */
    Optional<ProcessHandle> find() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 2) {
            return Optional.empty();
        }
        long pid;
        Instant start;
        try {
            pid = Long.parseLong(lines.get(0).strip());
            start = Instant.parse(lines.get(1).strip());
        } catch (NumberFormatException | DateTimeParseException halfWritten) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> startedAt(process, start));
    }

    private static boolean startedAt(ProcessHandle process, Instant expected) {
        return process.info().startInstant()
                .map(actual -> Duration.between(actual, expected).abs().compareTo(START_TOLERANCE) <= 0).orElse(false);
    }

    /** Ends the recorded process if it is still there, first politely, then by force. */
    void endOrphan(String name) throws IOException {
        Optional<ProcessHandle> orphan = find();
        if (orphan.isPresent()) {
            LOG.warnf("Ending %s process %d, left behind by a run that was killed", name, orphan.get().pid());
            end(orphan.get());
        }
        forget();
    }

    /** Ends a process of ours, first politely, then by force. */
    static void end(ProcessHandle process) {
        process.destroy();
        if (!gone(process)) {
            process.destroyForcibly();
            gone(process);
        }
    }

    private static boolean gone(ProcessHandle process) {
        try {
            process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        } catch (ExecutionException | TimeoutException stillThere) {
            return !process.isAlive();
        }
    }
}

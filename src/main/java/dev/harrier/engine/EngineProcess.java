package dev.harrier.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One running child process with its log. Closing its standard input asks it to stop, and the operating system closes
 * it too when this process is killed: so no child outlives the service.
 */
final class EngineProcess {

    private static final int TAIL_LINES = 15;
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Process process;
    private final Path log;
    private final RecordedProcess record;

    private EngineProcess(Process process, Path log, RecordedProcess record) {
        this.process = process;
        this.log = log;
        this.record = record;
    }

    static EngineProcess start(List<String> command, Path log, RecordedProcess record) throws IOException {
        Files.createDirectories(log.getParent());
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Process process = new ProcessBuilder(ownSession(command)).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        record.write(process.toHandle());
        return new EngineProcess(process, log, record);
    }

    /** Ctrl-C goes to every process of the terminal's group; the engines must outlive the service's own shutdown. */
    private static List<String> ownSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        List<String> detached = new ArrayList<>(List.of(SETSID.toString()));
        detached.addAll(command);
        return detached;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    void stop(Duration grace) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
            }
            record.forget();
        } catch (IOException closed) {
            process.destroy();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The end of what the process wrote, for messages. */
    String logTail() {
        return "The end of " + log + ":\n" + tail(log);
    }

    static String tail(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())).indent(4)
                    .stripTrailing();
        } catch (IOException unreadable) {
            return "    (not readable: " + unreadable.getMessage() + ")";
        }
    }
}

package dev.harrier.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** PostgreSQL's files on disk: created once, with a random password that only this user can read. */
final class PostgresCluster {

    static final String USER = "harrier";

    private static final Logger LOG = Logger.getLogger(PostgresCluster.class);
    private static final int PASSWORD_BYTES = 24;

    private final Path root;
    private final Path binaries;
    private final PostgresUser user;

    PostgresCluster(Path root, Path binaries, PostgresUser user) {
        this.root = root;
        this.binaries = binaries;
        this.user = user;
    }

    Path data() {
        return root.resolve("data");
    }

    String password() throws IOException {
        return Files.readString(root.resolve("password")).strip();
    }

    /** Under a temporary name first: a data folder with the final name is complete. */
    void createIfMissing() throws IOException, InterruptedException, EngineFailure {
        if (Files.exists(data())) {
            user.own(root);
            return;
        }
        Path partial = root.resolve("data.partial");
        PostgresBinaries.delete(partial);
        Files.createDirectories(root);
        writePassword();
        user.own(root);
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(binaries.resolve("bin/initdb").toString(), "--pgdata=" + partial, "--username=" + USER,
                "--pwfile=" + root.resolve("password"), "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--data-checksums"));
        Path log = root.resolve("logs/initdb.log");
        Files.createDirectories(log.getParent());
        int code = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start()
                .waitFor();
        if (code != 0) {
            throw new EngineFailure("PostgreSQL's data could not be created in " + root + ": initdb ended with code "
                    + code + ".\nThe end of " + log + ":\n" + EngineProcess.tail(log));
        }
        Files.move(partial, data());
    }

    private void writePassword() throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Path file = root.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, HexFormat.of().formatHex(random));
    }

    /**
     * Clears {@code postmaster.pid} of a run that was killed. PostgreSQL only asks whether any process has that id, and
     * ids come again, above all in containers; so the check here is whether it is a server on this very folder.
     */
    void clearStaleLock() throws IOException {
        Path file = data().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        Optional<ProcessHandle> process = lines.isEmpty() ? Optional.empty() : process(lines.getFirst());
        if (process.isPresent() && servesThisFolder(process.get())) {
            LOG.warnf("Ending PostgreSQL process %d, left behind by a run that was killed", process.get().pid());
            RecordedProcess.end(process.get());
        }
        Files.deleteIfExists(file);
    }

    private static Optional<ProcessHandle> process(String pid) {
        try {
            return ProcessHandle.of(Long.parseLong(pid.strip())).filter(ProcessHandle::isAlive);
        } catch (NumberFormatException halfWritten) {
            return Optional.empty();
        }
    }

    private boolean servesThisFolder(ProcessHandle process) {
        try {
            Path working = Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath();
            return working.equals(data().toRealPath());
        } catch (IOException notOurs) {
            return false;
        }
    }
}

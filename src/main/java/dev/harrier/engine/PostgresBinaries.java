package dev.harrier.engine;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks PostgreSQL's programs for this machine once, into the data folder. */
final class PostgresBinaries {

    private static final int OWNER_EXECUTE = 0100;

    private PostgresBinaries() {}

    /** The folder with {@code bin/postgres}, unpacked now if it is not there yet. */
    static Path unpacked(EngineSettings settings) throws EngineFailure, IOException {
        Path archives = EngineFiles.postgresArchives(settings.enginesDirectory());
        String platform = platform();
        Path archive = archives.resolve("postgres-" + platform + ".txz");
        if (!Files.exists(archive)) {
            throw new EngineFailure("There is no embedded PostgreSQL for this machine (" + platform + ") in "
                    + archives + ". Set quarkus.datasource.jdbc.url to use a PostgreSQL of your own.");
        }
        Path target = settings.dataDirectory().resolve("engines")
                .resolve(archives.getFileName() + "-" + platform);
        if (!Files.exists(target)) {
            unpack(archive, target);
        }
        return target;
    }

    private static String platform() {
        String architecture = System.getProperty("os.arch");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).split(" ")[0];
        return system + "-" + switch (architecture) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> architecture;
        };
    }

    /** Under a temporary name first: a folder with the final name is complete. */
    private static void unpack(Path archive, Path target) throws IOException {
        Path partial = target.resolveSibling(target.getFileName() + ".partial");
        delete(partial);
        Files.createDirectories(partial);
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, partial);
            }
        }
        Files.move(partial, target);
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path root) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("The archive's entry " + entry.getName() + " points outside of its folder");
        }
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            boolean executable = (entry.getMode() & OWNER_EXECUTE) != 0;
            Files.setPosixFilePermissions(path,
                    PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

package dev.harrier.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The one folder that holds all persistent data, locked for this service while it is open. Its {@code VERSION} file
 * says which format it has: a newer one is refused, an older one is migrated.
 */
final class DataFolder implements AutoCloseable {

    private static final String VERSION_FILE = "VERSION";
    private static final String OWNER_FILE = "owner.pid";

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Creates the folder if need be, locks it, and brings it to the current format. */
    static DataFolder open(Path path) throws EngineFailure {
        try {
            Files.createDirectories(path);
            FileChannel channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw new EngineFailure("The data folder " + path + " is in use by " + owner(path)
                        + ". Stop that service, or give this one a folder of its own with harrier.data-dir.");
            }
            DataFolder folder = new DataFolder(path, channel, lock);
            folder.initialise();
            return folder;
        } catch (IOException failure) {
            throw new EngineFailure("The data folder " + path + " cannot be used (" + failure
                    + "). Make it writable for this user, or choose another one with harrier.data-dir.", failure);
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static String owner(Path path) throws IOException {
        Path owner = path.resolve(OWNER_FILE);
        return Files.exists(owner)
                ? "another Harrier, process " + Files.readString(owner).strip()
                : "another Harrier";
    }

    private void initialise() throws IOException, EngineFailure {
        try {
            Files.writeString(path.resolve(OWNER_FILE), Long.toString(ProcessHandle.current().pid()));
            bringToCurrentFormat();
        } catch (IOException | EngineFailure failure) {
            close();
            throw failure;
        }
    }

    private void bringToCurrentFormat() throws IOException, EngineFailure {
        Path marker = path.resolve(VERSION_FILE);
        if (!Files.exists(marker)) {
            Files.writeString(marker, DataFormat.CURRENT + System.lineSeparator());
            return;
        }
        String text = Files.readString(marker).strip();
        int version = parse(marker, text);
        if (version > DataFormat.CURRENT) {
            throw new EngineFailure("The data folder " + path + " has format " + version
                    + ", which a newer Harrier wrote; this one knows formats up to " + DataFormat.CURRENT
                    + ". Start the newer Harrier, or choose another folder with harrier.data-dir.");
        }
        for (int from = version; from < DataFormat.CURRENT; from++) {
            DataFormat.migrate(path, from);
            Files.writeString(marker, (from + 1) + System.lineSeparator());
        }
    }

    private static int parse(Path marker, String text) throws EngineFailure {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new EngineFailure(marker + " should hold the format number of the data folder but holds '" + text
                    + "'. Restore the file from a backup, or choose another folder with harrier.data-dir.");
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}

package dev.harrier.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A database that is running, as a command beside the service reaches it. */
public record RunningDatabase(String url, String user, String password) {
    /** Where the server writes its port into its {@code postmaster.pid}. */
    private static final int PORT_LINE = 3;

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** The embedded database of a data folder; empty if no service runs on the folder. */
    static Optional<RunningDatabase> embedded(Path dataDirectory) {
        Path root = dataDirectory.resolve("postgresql");
        try {
            List<String> server = Files.readAllLines(root.resolve("data/postmaster.pid"));
            String password = Files.readString(root.resolve("password")).strip();
            String url = "jdbc:postgresql://" + Ports.LOOPBACK + ":" + server.get(PORT_LINE).strip() + "/harrier";
            return Optional.of(new RunningDatabase(url, PostgresCluster.USER, password));
        } catch (IOException | IndexOutOfBoundsException notRunning) {
            return Optional.empty();
        }
    }
}

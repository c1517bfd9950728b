package dev.harrier.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A PostgreSQL server in a process of its own, on loopback, with its data under the data folder. */
final class PostgresEngine implements Engine {

    private static final Duration STOP_GRACE = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final String DATABASE = "harrier";
    private static final int PORT_ATTEMPTS = 3;

    /**
     * Replaces itself by the server, leaving behind a watcher that stops the server when standard input ends, which it
     * does when the service stops and also when the service was killed. {@code $0} is the server's program: an id that
     * was given to some other process meanwhile is left alone.
     */
    private static final String WATCHED = """
            exec 3<&0 </dev/null
            ( ( cat <&3 >/dev/null; [ /proc/$$/exe -ef "$0" ] && kill -INT $$ ) >/dev/null 2>&1 & )
            exec "$@" 3<&-
            """;

    private final EngineSettings settings;
    private final Path root;
    private final RecordedProcess record;
    private final String version;
    private volatile EngineProcess process;
    private volatile int port;
    private volatile String password;

    PostgresEngine(EngineSettings settings) throws EngineFailure {
        this.settings = settings;
        this.root = settings.dataDirectory().resolve("postgresql");
        this.record = new RecordedProcess(settings.dataDirectory().resolve("run/postgresql.pid"));
        this.version = EngineFiles.postgresArchives(settings.enginesDirectory()).getFileName().toString()
                .substring("postgresql-".length());
    }

    @Override
    public String title() {
        return "PostgreSQL " + version.replaceFirst("\\.0$", "");
    }

    @Override
    public String name() {
        return "postgresql";
    }

    String jdbcUrl() {
        return jdbcUrl(DATABASE);
    }

    private String jdbcUrl(String database) {
        return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port + "/" + database;
    }

    String password() {
        return password;
    }

    @Override
    public void start() throws EngineFailure {
        try {
            record.endOrphan(title());
            Path binaries = PostgresBinaries.unpacked(settings);
            PostgresUser user = PostgresUser.choose(binaries);
            user.own(binaries);
            PostgresCluster cluster = new PostgresCluster(root, binaries, user);
            cluster.createIfMissing();
            cluster.clearStaleLock();
            password = cluster.password();
            run(cluster, binaries, user);
            createDatabase();
        } catch (IOException | SQLException failure) {
            throw failure(failure.toString(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure("the start was interrupted", interrupted);
        }
    }

    /** A free port may be taken by someone else before the server has it, so a new one is tried. */
    private void run(PostgresCluster cluster, Path binaries, PostgresUser user)
            throws IOException, InterruptedException, EngineFailure {
        for (int attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
            if (port == 0) {
                port = Ports.free();
            }
            process = EngineProcess.start(command(cluster, binaries, user), root.resolve("logs/postgresql.log"),
                    record);
            if (awaitReady()) {
                return;
            }
            if (!process.logTail().contains("could not bind")) {
                break;
            }
            port = 0;
        }
        throw failure("its process ended with exit code " + process.waitFor(), null);
    }

    private static List<String> command(PostgresCluster cluster, Path binaries, PostgresUser user, int port) {
        String server = binaries.resolve("bin/postgres").toString();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", WATCHED, server));
        command.addAll(user.prefix());
        command.addAll(List.of(server, "-D", cluster.data().toString(), "-p", Integer.toString(port), "-c",
                "listen_addresses=" + Ports.LOOPBACK, "-c", "unix_socket_directories=", "-c", "timezone=UTC", "-c",
                "log_timezone=UTC", "-c", "max_connections=100"));
        return command;
    }

    private List<String> command(PostgresCluster cluster, Path binaries, PostgresUser user) {
        return command(cluster, binaries, user, port);
    }

    /** Whether it answers; false when its process ended instead. */
    private boolean awaitReady() throws InterruptedException, EngineFailure {
        Instant deadline = Instant.now().plus(settings.postgresStart());
        while (process.isAlive()) {
            try (Connection connection = connect("postgres")) {
                return true;
            } catch (SQLException notYet) {
                if (Instant.now().isAfter(deadline)) {
                    stop();
                    throw failure("it did not answer within " + settings.postgresStart().toSeconds() + " seconds ("
                            + notYet.getMessage() + ")", notYet);
                }
                Thread.sleep(POLL);
            }
        }
        return false;
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PostgresCluster.USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        return DriverManager.getConnection(jdbcUrl(database), properties);
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
            try (ResultSet found = statement
                    .executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        }
    }

    private EngineFailure failure(String why, Throwable cause) {
        String tail = process == null ? "" : "\n" + logTail();
        return new EngineFailure(title() + " did not start: " + why
                + ".\nTo use a PostgreSQL of your own, set quarkus.datasource.jdbc.url, .username and .password."
                + tail,
                cause);
    }

    @Override
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public String logTail() {
        return process.logTail();
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public void stop() {
        EngineProcess running = process;
        if (running != null) {
            running.stop(STOP_GRACE);
        }
    }
}

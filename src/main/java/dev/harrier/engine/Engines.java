package dev.harrier.engine;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The embedded engines of this service, running and supervised. Both start side by side; {@link #close} stops them and
 * gives the data folder free.
 */
public final class Engines implements AutoCloseable {

    /**
     * What one engine says about itself.
     *
     * @param title name and version for people
     * @param name short name, lower case, for metrics
     * @param address where it listens
     * @param pid its process id
     * @param startTook how long the latest start took until it answered
     * @param restarts how often it was started again since it ended by itself
     */
    public record Status(String title, String name, String address, long pid, Duration startTook, int restarts) {}

    private final DataFolder folder;
    private final Optional<OpenSearchEngine> openSearch;
    private final Optional<PostgresEngine> postgres;
    private final List<Supervisor> supervisors;

    private Engines(DataFolder folder, Optional<OpenSearchEngine> openSearch, Optional<PostgresEngine> postgres) {
        this.folder = folder;
        this.openSearch = openSearch;
        this.postgres = postgres;
        List<Supervisor> all = new ArrayList<>();
        openSearch.map(Supervisor::new).ifPresent(all::add);
        postgres.map(Supervisor::new).ifPresent(all::add);
        this.supervisors = List.copyOf(all);
    }

    /**
     * Starts the wanted engines and returns when all of them answer.
     *
     * @throws EngineFailure if one does not come up; then none is left running
     */
    public static Engines start(EngineSettings settings, boolean withOpenSearch, boolean withPostgres)
            throws EngineFailure {
        return start(settings, withOpenSearch, withPostgres, engine -> {});
    }

    /** As above, telling the listener of each engine as soon as it answers, from several threads. */
    static Engines start(EngineSettings settings, boolean withOpenSearch, boolean withPostgres,
            Consumer<Status> answering) throws EngineFailure {
        DataFolder folder = DataFolder.open(settings.dataDirectory());
        Engines engines = null;
        try {
            engines = new Engines(folder,
                    withOpenSearch ? Optional.of(new OpenSearchEngine(settings)) : Optional.empty(),
                    withPostgres ? Optional.of(new PostgresEngine(settings)) : Optional.empty());
            engines.startAll(answering);
            return engines;
        } catch (EngineFailure | RuntimeException failure) {
            if (engines == null) {
                release(folder);
            } else {
                engines.close();
            }
            throw failure;
        }
    }

    private void startAll(Consumer<Status> answering) throws EngineFailure {
        try (ExecutorService executor = Executors
                .newThreadPerTaskExecutor(Thread.ofPlatform().name("start-", 0).factory())) {
            List<Future<Void>> starts = supervisors.stream()
                    .map(supervisor -> executor.submit(starting(supervisor, answering)))
                    .toList();
            for (Future<Void> start : starts) {
                start.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof EngineFailure failure) {
                throw failure;
            }
            throw new EngineFailure("An embedded engine did not start: " + failed.getCause(), failed.getCause());
        } catch (InterruptedException | CancellationException interrupted) {
            Thread.currentThread().interrupt();
            throw new EngineFailure("The start of the embedded engines was interrupted.", interrupted);
        }
    }

    private static Callable<Void> starting(Supervisor supervisor, Consumer<Status> answering) {
        return () -> {
            supervisor.start();
            answering.accept(status(supervisor));
            return null;
        };
    }

    /** The embedded OpenSearch's address, if it was wanted. */
    public Optional<URI> openSearchUrl() {
        return openSearch.map(OpenSearchEngine::url);
    }

    /** The embedded PostgreSQL's address without credentials, if it was wanted. */
    public Optional<String> jdbcUrl() {
        return postgres.map(PostgresEngine::jdbcUrl);
    }

    public String jdbcUser() {
        return PostgresCluster.USER;
    }

    /** The embedded PostgreSQL's password, if it was wanted. */
    public Optional<String> jdbcPassword() {
        return postgres.map(PostgresEngine::password);
    }

    public Path dataDirectory() {
        return folder.path();
    }

    public List<Status> status() {
        return supervisors.stream().map(Engines::status).toList();
    }

    private static Status status(Supervisor supervisor) {
        Engine engine = supervisor.engine();
        String address = switch (engine) {
            case OpenSearchEngine search -> search.url().toString();
            case PostgresEngine database -> database.jdbcUrl();
        };
        return new Status(engine.title(), engine.name(), address, engine.pid(), supervisor.startTook(),
                supervisor.restarts());
    }

    @Override
    public void close() {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            supervisors.forEach(supervisor -> executor.execute(supervisor::stop));
        }
        release(folder);
    }

    private static void release(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException alreadyReleased) {
            // The operating system gives the lock free with the process at the latest.
        }
    }
}

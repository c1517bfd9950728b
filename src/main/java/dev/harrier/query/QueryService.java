package dev.harrier.query;

import dev.harrier.access.Callers;
import dev.harrier.access.RequestProblem;
import dev.harrier.access.Role;
import dev.harrier.catalog.TableService;
import dev.harrier.catalog.Workspace;
import dev.harrier.catalog.WorkspaceRepository;
import dev.harrier.kql.Explanation;
import dev.harrier.kql.KqlEngine;
import dev.harrier.kql.QueryExecution;
import dev.harrier.kql.QueryOptions;
import dev.harrier.kql.QueryRejected;
import dev.harrier.kql.ResultTable;
import dev.harrier.kql.Validation;
import dev.harrier.kql.completion.Completion;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.table.ExternalData;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.search.SearchStorage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Runs queries over the tables of a workspace: a slot for each, limits on time, memory and size, and a way to cancel. */
@ApplicationScoped
public class QueryService {
    private static final long MEGABYTE = 1024L * 1024;
    private static final long VALUES_MEGABYTES = 32;
    private static final Duration VALUES_TIMEOUT = Duration.ofSeconds(3);
    private final TableService tables;
    private final WorkspaceRepository workspaces;
    private final SearchStorage storage;
    private final QuerySettings settings;
    private final LocationDatabase locations;
    private final MeterRegistry metrics;
    private final Callers callers;
    private final ExternalData externalData;
    private final Semaphore slots;
    private final Map<UUID, QueryRun> running = new ConcurrentHashMap<>();

    @Inject
    QueryService(TableService tables, WorkspaceRepository workspaces, SearchStorage storage, QuerySettings settings,
            LocationDatabase locations, MeterRegistry metrics, Callers callers, ExternalDataSettings external) {
        this.callers = callers;
        this.externalData = new HttpExternalData(external.limits());
        this.tables = tables;
        this.workspaces = workspaces;
        this.storage = storage;
        this.settings = settings;
        this.locations = locations;
        this.metrics = metrics;
        this.slots = new Semaphore(settings.slots(), true);
        metrics.gaugeMapSize("harrier_queries_running", List.of(), running);
    }

    /** What there is to say about a query, without running it. */
    public Validation validate(String workspace, QueryRequest request) {
        return engine(workspace).validate(text(request), options(request));
    }

    /**
     * How a query would be answered.
     *
     * @throws dev.harrier.kql.QueryRejected if it has errors
     */
    public Explanation explain(String workspace, QueryRequest request) {
        return engine(workspace).explain(text(request), options(request));
    }

    /**
     * Starts a query; it runs while it is read. Waits for a free slot.
     *
     * @throws dev.harrier.kql.QueryRejected if it has errors
     * @throws RequestProblem if no slot came free in time
     */
    public QueryRun run(String workspace, QueryRequest request) {
        KqlEngine engine = engine(workspace);
        QueryOptions options = options(request);
        takeSlot();
        try {
            QueryExecution execution = engine.run(text(request), options);
            QueryRun run = new QueryRun(workspace, request.query(), execution, this::ended);
            running.put(run.id(), run);
            return run;
        } catch (RuntimeException e) {
            slots.release();
            throw e;
        }
    }

    /** How a text could go on at a position. Values are looked up if there is a free slot, and quickly or not at all. */
    public Completion complete(String workspace, CompletionRequest request) {
        KqlEngine engine = engine(workspace);
        QueryOptions options = options(new QueryRequest(request.query(), request.timespan(), null))
                .withTimeout(VALUES_TIMEOUT).withMemoryBytes(VALUES_MEGABYTES * MEGABYTE);
        return engine.complete(request.query(), request.positionIn(), options,
                query -> values(engine, query, options));
    }

    private List<Object> values(KqlEngine engine, String query, QueryOptions options) {
        if (!slots.tryAcquire()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>();
        try (QueryExecution execution = engine.run(query, options)) {
            ResultTable table = execution.tables().getFirst();
            for (Page page = table.next(); page != null; page = table.next()) {
                for (int row = 0; row < page.rows(); row++) {
                    Object value = page.block(0).get(row);
                    if (value != null) {
                        values.add(value);
                    }
                }
            }
            return values;
        } catch (QueryFailure | QueryRejected unavailable) {
            return List.of();
        } finally {
            slots.release();
        }
    }

    private void takeSlot() {
        try {
            if (!slots.tryAcquire(settings.queueTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RequestProblem(429, "too-many-queries",
                        settings.slots() + " queries are running; try again later").retryAfter(settings.queueTimeout());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RequestProblem(503, "stopping", "the service is being stopped");
        }
    }

    private void ended(QueryRun run) {
        running.remove(run.id());
        slots.release();
        Timer.builder("harrier_query_seconds").description("Time from the start of a query to its last row")
                .register(metrics).record(Duration.between(run.started(), Instant.now()));
        metrics.counter("harrier_query_rows_fetched").increment(run.execution().statistics().rowsFetched());
    }

    /** The queries of a workspace that are running, oldest first. */
    public List<QueryRun> running(String workspace) {
        return running.values().stream().filter(run -> run.workspace().equals(workspace))
                .sorted(Comparator.comparing(QueryRun::started)).toList();
    }

    /** @return whether such a query was running */
    public boolean cancel(String workspace, UUID id) {
        QueryRun run = running.get(id);
        boolean found = run != null && run.workspace().equals(workspace);
        if (found) {
            run.cancel();
        }
        return found;
    }

    private KqlEngine engine(String slug) {
        Tables own = tables(workspaces.get(slug), slug);
        return new KqlEngine(new ReadableTables(own, this::tablesOfReader, externalData), locations.functions());
    }

    private Tables tables(Workspace workspace, String slug) {
        return storage.tables(slug, tables.catalog(workspace));
    }

    /** Another workspace: whether it is not there or not for the caller makes no difference to see. */
    private Optional<Tables> tablesOfReader(String slug) {
        return callers.current().may(Role.READER, slug)
                ? workspaces.find(slug).map(workspace -> tables(workspace, slug))
                : Optional.empty();
    }

    private static String text(QueryRequest request) {
        if (request == null || request.query() == null || request.query().isBlank()) {
            throw RequestProblem.badRequest("no-query", "the request has no 'query'");
        }
        return request.query();
    }

    private QueryOptions options(QueryRequest request) {
        QueryRequest.Options wanted = request == null ? QueryRequest.Options.NONE : request.optionsOrNone();
        long now = wanted.queryNow() == null
                ? DateTimes.fromInstant(Instant.now()).orElseThrow()
                : instant(wanted.queryNow());
        QueryOptions options = QueryOptions.DEFAULT.withNow(now)
                .withMemoryBytes(bounded("memoryMb", wanted.memoryMb(), settings.memoryMb(), settings.maxMemoryMb())
                        * MEGABYTE)
                .withTimeout(Duration.ofSeconds(bounded("timeoutSeconds", wanted.timeoutSeconds(),
                        settings.timeout().toSeconds(), settings.maxTimeout().toSeconds())))
                .withResultLimits(bounded("maxRows", wanted.maxRows(), settings.maxRows(), Long.MAX_VALUE),
                        settings.maxResultMb() * MEGABYTE)
                .withPushdown(!Boolean.FALSE.equals(wanted.pushdown()));
        if (wanted.parameters() != null) {
            options = options.withParameters(Map.copyOf(wanted.parameters()));
        }
        return request == null || request.timespan() == null || request.timespan().isBlank()
                ? options
                : options.withTimespan(Timespans.parse(request.timespan(), now));
    }

    private static long instant(String text) {
        OptionalLong ticks = DateTimes.parse(text);
        return ticks.orElseThrow(() -> RequestProblem.badRequest("invalid-option",
                "'queryNow' is not a time: '" + text + "'"));
    }

    private static long bounded(String name, Long wanted, long otherwise, long most) {
        long value = Optional.ofNullable(wanted).orElse(otherwise);
        if (value < 1 || value > most) {
            throw RequestProblem.badRequest("invalid-option", "'" + name + "' is from 1 to " + most);
        }
        return value;
    }
}

package dev.harrier.kql;

import dev.harrier.kql.exec.Executor;
import dev.harrier.kql.exec.OperatorStatistics;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.type.Diagnostic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A query under way. Its tables are computed while they are read, by one thread; {@link #cancel} may come from any.
 * Closing it frees everything.
 */
public final class QueryExecution implements AutoCloseable {

    private final long started = System.nanoTime();
    private final QueryContext context;
    private final Executor executor;
    private final List<ResultTable> tables;
    private final List<Diagnostic> diagnostics;

    QueryExecution(QueryContext context, Executor executor, List<ResultTable> tables, List<Diagnostic> diagnostics) {
        this.context = context;
        this.executor = executor;
        this.tables = List.copyOf(tables);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** In the order of the text; to be read in this order. */
    public List<ResultTable> tables() {
        return tables;
    }

    /** What there is to say about the text, and what came up while running, so far. */
    public List<Diagnostic> warnings() {
        List<Diagnostic> all = new ArrayList<>(diagnostics);
        all.addAll(context.warnings());
        return all;
    }

    /** So far. */
    public QueryStatistics statistics() {
        List<OperatorStatistics> operators = executor.statistics();
        List<OperatorStatistics> scans = operators.stream().filter(one -> one.request().isPresent()).toList();
        return new QueryStatistics(Duration.ofNanos(System.nanoTime() - started), context.memory().peak(),
                scans.stream().mapToLong(OperatorStatistics::rowsOut).sum(),
                scans.stream().mapToLong(OperatorStatistics::bytesOut).sum(), operators);
    }

    /** Bytes that it holds now: zero once it is closed. */
    public long memoryUsed() {
        return context.memory().used();
    }

    /** Ends it at its next page; whoever reads gets {@code QueryFailure.Cancelled}. */
    public void cancel() {
        context.cancel();
    }

    @Override
    public void close() {
        executor.close();
    }
}

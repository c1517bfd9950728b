package dev.harrier.kql.exec;

import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.PlanNodes;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.table.ScanRequest;
import dev.harrier.kql.type.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts what an operator yields, looks at cancel and time limit before each page, and closes the operator once. */
final class MeasuredSource implements PageSource {

    private final PlanNode node;
    private final PageSource source;
    private final List<MeasuredSource> inputs;
    private final QueryContext context;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long rows;
    private volatile long bytes;
    private volatile long nanos;

    MeasuredSource(PlanNode node, PageSource source, List<MeasuredSource> inputs, QueryContext context) {
        this.node = node;
        this.source = source;
        this.inputs = inputs;
        this.context = context;
    }

    @Override
    public Schema schema() {
        return source.schema();
    }

    @Override
    public Page next() {
        context.check();
        long start = System.nanoTime();
        Page page = source.next();
        nanos += System.nanoTime() - start;
        if (page != null) {
            rows += page.rows();
            bytes += page.bytes();
        }
        return page;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            source.close();
        }
    }

    OperatorStatistics statistics() {
        long rowsIn = inputs.stream().mapToLong(input -> input.rows).sum();
        Optional<ScanRequest> request = node instanceof Scan scan ? Optional.of(scan.request()) : Optional.empty();
        return new OperatorStatistics(PlanNodes.title(node), node.span(), rowsIn, rows, bytes,
                Duration.ofNanos(nanos), request);
    }
}

package dev.harrier.kql.exec;

import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Aggregate;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.plan.Limit;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.plan.Shared;
import dev.harrier.kql.plan.Sort;
import dev.harrier.kql.plan.TopN;
import dev.harrier.kql.plan.Union;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;

/**
 * Runs the plans of one query. Plans that were opened here share their {@code materialize}d rows; closing the executor
 * closes whatever is still open and gives all memory back.
 */
public final class Executor implements AutoCloseable {

    /** More would only queue in the storage, and keep the small queries of others waiting there. */
    private static final int CONCURRENT_SCANS = 4;

    private final QueryContext context;
    private final JoinNarrowing narrowing;
    private final Executor outer;
    private final Semaphore readers;
    private final List<ScanSource> scans = new ArrayList<>();
    private final List<MeasuredSource> opened = new CopyOnWriteArrayList<>();
    private final List<MemoryCharge> kept = new ArrayList<>();
    private final Map<Integer, SharedRows> shared = new HashMap<>();

    public Executor(QueryContext context, JoinNarrowing narrowing) {
        this(context, narrowing, null);
    }

    /** @param outer whose shared rows are used; {@code null} for one that keeps its own */
    private Executor(QueryContext context, JoinNarrowing narrowing, Executor outer) {
        this.context = context;
        this.narrowing = narrowing;
        this.outer = outer;
        this.readers = outer == null ? new Semaphore(CONCURRENT_SCANS) : outer.readers;
    }

    /** Starts a plan without subqueries; nothing is read yet. */
    public PageSource open(PlanNode plan) {
        return start(plan);
    }

    /** What the operators did so far, in the order in which they were started, inputs first. */
    public List<OperatorStatistics> statistics() {
        return opened.stream().map(MeasuredSource::statistics).toList();
    }

    /** Charges memory that is held until the query ends. */
    void keep(long bytes, String operator, SourceSpan span) {
        MemoryCharge charge = new MemoryCharge(context, operator, span);
        charge.set(bytes);
        kept.add(charge);
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        for (MeasuredSource source : opened.reversed()) {
            try {
                source.close();
            } catch (RuntimeException thrown) {
                failure = thrown;
            }
        }
        shared.values().forEach(SharedRows::release);
        kept.forEach(MemoryCharge::close);
        if (failure != null) {
            throw failure;
        }
    }

    private MeasuredSource start(PlanNode node) {
        return switch (node) {
            case Scan scan -> measured(scan, scan(scan), List.of());
            case Values values -> measured(values, new ValuesSource(values, context), List.of());
            case Filter filter -> {
                MeasuredSource input = start(filter.input());
                yield measured(filter, new FilterSource(filter, input, context), List.of(input));
            }
            case Project project -> {
                MeasuredSource input = start(project.input());
                yield measured(project, new ProjectSource(project, input, context), List.of(input));
            }
            case Aggregate aggregate -> {
                MeasuredSource input = start(aggregate.input());
                yield measured(aggregate, new AggregateSource(aggregate, input, context), List.of(input));
            }
            case Sort sort -> {
                MeasuredSource input = start(sort.input());
                yield measured(sort, new SortSource(sort, input, context), List.of(input));
            }
            case TopN top -> {
                MeasuredSource input = start(top.input());
                yield measured(top, new TopNSource(top, input, context), List.of(input));
            }
            case Limit limit -> {
                MeasuredSource input = start(limit.input());
                yield measured(limit, new LimitSource(limit, input), List.of(input));
            }
            case Union union -> {
                List<MeasuredSource> inputs = new ArrayList<>();
                List<UnionSource.Leg> legs = union.inputs().stream().map(input -> leg(input, inputs)).toList();
                yield measured(union, new UnionSource(union.schema(), legs), inputs);
            }
            case Join join -> join(join);
            case Extension extension -> extension(extension);
        };
    }

    private ScanSource scan(Scan scan) {
        ScanSource source = new ScanSource(scan, context, readers);
        scans.add(source);
        return source;
    }

    private UnionSource.Leg leg(PlanNode input, List<MeasuredSource> inputs) {
        int before = scans.size();
        inputs.add(start(input));
        return new UnionSource.Leg(inputs.getLast(), List.copyOf(scans.subList(before, scans.size())));
    }

    private MeasuredSource join(Join join) {
        List<MeasuredSource> inputs = new CopyOnWriteArrayList<>();
        JoinInputs sides = new JoinInputs(join, narrowing, side -> {
            inputs.add(start(side));
            return inputs.getLast();
        }, context);
        return measured(join, new JoinSource(join, sides, context), inputs);
    }

    private MeasuredSource extension(Extension extension) {
        if (extension instanceof Shared node) {
            return measured(node, sharedRows(node).use(), List.of());
        }
        List<MeasuredSource> inputs = extension.inputs().stream().map(this::start).toList();
        return measured(extension, extension.run(List.copyOf(inputs), context, this::inside), inputs);
    }

    /**
     * Starts a plan inside of an operator, with subqueries over the rows of that operator: it is gone when it is closed,
     * and only shares rows with this executor.
     */
    private PageSource inside(PlanNode plan) {
        Executor inner = new Executor(context, narrowing, this);
        try {
            return new InnerSource(inner, inner.start(new SubqueryResolver(context, inner, inner::open).resolve(plan)));
        } catch (RuntimeException failure) {
            inner.close();
            throw failure;
        }
    }

    private synchronized SharedRows sharedRows(Shared node) {
        if (outer != null && !node.isLocal()) {
            return outer.sharedRows(node);
        }
        return shared.computeIfAbsent(node.id(), id -> new SharedRows(node, () -> start(node.input()), context));
    }

    private MeasuredSource measured(PlanNode node, PageSource source, List<MeasuredSource> inputs) {
        MeasuredSource measured = new MeasuredSource(node, source, inputs, context);
        opened.add(measured);
        return measured;
    }

    /** The rows of a plan that has an executor of its own. */
    private record InnerSource(Executor executor, PageSource rows) implements PageSource {
        @Override
        public dev.harrier.kql.type.Schema schema() {
            return rows.schema();
        }

        @Override
        public dev.harrier.kql.page.Page next() {
            return rows.next();
        }

        @Override
        public void close() {
            executor.close();
        }
    }
}

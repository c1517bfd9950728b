package dev.harrier.kql.page;

import dev.harrier.kql.type.Diagnostic;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** What one running query shares between its operators and scans: clock, limits, cancel, memory, warnings. */
public final class QueryContext {
    private final long nowTicks;
    private final long seed;
    private final MemoryBudget memory;
    private final Duration timeout;
    private final long deadlineNanos;
    private final int pageSize;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<Diagnostic> warnings = new CopyOnWriteArrayList<>();
    private final List<Runnable> onCancel = new CopyOnWriteArrayList<>();

    /**
     * @param nowTicks what {@code now()} answers, fixed for the query
     * @param seed of {@code rand()} and other draws
     * @param pageSize rows that an operator should aim for in a page
     */
    public QueryContext(long nowTicks, long seed, MemoryBudget memory, Duration timeout, int pageSize) {
        this.nowTicks = nowTicks;
        this.seed = seed;
        this.memory = memory;
        this.timeout = timeout;
        this.deadlineNanos = System.nanoTime() + timeout.toNanos();
        this.pageSize = pageSize;
    }

    public long nowTicks() {
        return nowTicks;
    }

    public long seed() {
        return seed;
    }

    public MemoryBudget memory() {
        return memory;
    }

    public int pageSize() {
        return pageSize;
    }

    /** What is left until the time limit; never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }

    /** @throws QueryFailure if the query was cancelled or its time is up; called at least once per page */
    public void check() {
        if (cancelled.get()) {
            throw new QueryFailure.Cancelled();
        }
        if (System.nanoTime() - deadlineNanos > 0) {
            throw new QueryFailure.TimedOut(timeout);
        }
    }

    /** Ends the query at its next check, and runs what was registered with {@link #onCancel}. */
    public void cancel() {
        if (cancelled.compareAndSet(false, true)) {
            onCancel.forEach(Runnable::run);
        }
    }

    /** Registers what to do when the query is cancelled, such as ending a request under way. */
    public void onCancel(Runnable action) {
        onCancel.add(action);
        if (cancelled.get()) {
            action.run();
        }
    }

    /** Adds a warning to the answer; the same one only once. */
    public void warn(Diagnostic warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    public List<Diagnostic> warnings() {
        return List.copyOf(warnings);
    }
}

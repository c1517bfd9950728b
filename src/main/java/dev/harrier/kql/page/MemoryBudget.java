package dev.harrier.kql.page;

import dev.harrier.kql.type.SourceSpan;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that one query may hold. Everything that keeps rows charges it and releases what it charged. */
public final class MemoryBudget {
    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();

    /** @param limit in bytes */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /**
     * Charges bytes to the query.
     *
     * @param operator who asks, as a reader of the query knows it, for example {@code summarize}
     * @throws QueryFailure.LimitExceeded with code {@code E_RUNAWAY_QUERY} if the budget does not hold them
     */
    public void charge(long bytes, String operator, SourceSpan span) {
        long now = used.addAndGet(bytes);
        if (now > limit) {
            used.addAndGet(-bytes);
            throw new QueryFailure.LimitExceeded("E_RUNAWAY_QUERY",
                    "the query needs more memory than it may have (" + limit / (1024 * 1024) + " MB) in '" + operator
                            + "'; filter earlier, project fewer columns or summarize",
                    operator, span);
        }
        peak.accumulateAndGet(now, Math::max);
    }

    public void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Bytes charged now: zero when a query has ended. */
    public long used() {
        return used.get();
    }

    /** The most bytes that were charged at one time. */
    public long peak() {
        return peak.get();
    }

    public long limit() {
        return limit;
    }
}

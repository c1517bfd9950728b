package dev.harrier.kql.exec;

import dev.harrier.kql.page.MemoryBudget;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.type.SourceSpan;

/** What one operator holds of the query's memory; never more than was granted, and nothing once closed. */
public final class MemoryCharge implements AutoCloseable {

    private final MemoryBudget budget;
    private final String operator;
    private final SourceSpan span;
    private long held;

    public MemoryCharge(QueryContext context, String operator, SourceSpan span) {
        this.budget = context.memory();
        this.operator = operator;
        this.span = span;
    }

    /** Says how much is held now, in bytes. */
    public void set(long bytes) {
        if (bytes > held) {
            budget.charge(bytes - held, operator, span);
        } else {
            budget.release(held - bytes);
        }
        held = bytes;
    }

    public void add(long bytes) {
        set(held + bytes);
    }

    public long held() {
        return held;
    }

    @Override
    public void close() {
        set(0);
    }
}

package dev.harrier.kql;

import dev.harrier.kql.exec.Executor;
import dev.harrier.kql.page.MemoryBudget;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.PlanNodes;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.type.Schema;

/** A part of a query that runs while the rest is being bound, under limits of its own. */
record EarlyRun(Executor executor, PageSource rows) implements PageSource {

    /** Starts a plan; the executor prepares what it is given. */
    static EarlyRun start(PlanNode plan, long nowTicks, QueryOptions options) {
        QueryContext context = new QueryContext(nowTicks, options.seed(), new MemoryBudget(options.memoryBytes()),
                options.timeout(), options.pageSize());
        Executor executor = new Executor(context, dev.harrier.kql.exec.JoinNarrowing.NONE);
        try {
            return new EarlyRun(executor,
                    executor.open(new KqlEngine.Preparation(context, executor, options.pushdown()).prepare(plan)));
        } catch (RuntimeException failure) {
            executor.close();
            throw failure;
        }
    }

    /** Whether the rows are all given by the query itself. */
    static boolean readsNoTable(PlanNode plan) {
        if (plan instanceof Extension extension && (extension.readsOutside()
                || !extension.bodies().stream().allMatch(EarlyRun::readsNoTable))) {
            return false;
        }
        return !(plan instanceof Scan) && plan.inputs().stream().allMatch(EarlyRun::readsNoTable)
                && PlanNodes.subplans(plan).stream().allMatch(EarlyRun::readsNoTable);
    }

    @Override
    public Schema schema() {
        return rows.schema();
    }

    @Override
    public Page next() {
        return rows.next();
    }

    @Override
    public void close() {
        executor.close();
    }
}

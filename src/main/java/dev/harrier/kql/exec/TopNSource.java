package dev.harrier.kql.exec;

import dev.harrier.kql.expr.CompiledExpression;
import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.SortOrder;
import dev.harrier.kql.plan.TopN;
import dev.harrier.kql.type.Schema;
import java.util.List;

/** The first rows in an order. Keeps the best so far and a batch of newcomers, never all rows. */
final class TopNSource implements PageSource {

    private static final int MIN_BATCH = 4096;

    private final PageSource input;
    private final long count;
    private final List<SortOrder> orders;
    private final List<CompiledExpression> keys;
    private final QueryContext context;
    private final MemoryCharge charge;
    private SlicedPage result;

    TopNSource(TopN top, PageSource input, QueryContext context) {
        this.input = input;
        this.count = top.count();
        this.orders = top.orders();
        this.keys = Evaluator.compileAll(orders.stream().map(SortOrder::key).toList(), input.schema(), context);
        this.context = context;
        this.charge = new MemoryCharge(context, "top", top.span());
    }

    @Override
    public Schema schema() {
        return input.schema();
    }

    @Override
    public Page next() {
        if (count <= 0) {
            return null;
        }
        if (result == null) {
            result = new SlicedPage(readBest(), context);
        }
        return result.next();
    }

    private Page readBest() {
        PageBuffer buffer = new PageBuffer(input.schema(), charge);
        long batch = count + Math.max(count, MIN_BATCH);
        for (Page page = input.next(); page != null; page = input.next()) {
            buffer.add(page);
            if (buffer.rows() >= batch) {
                keepBest(buffer);
            }
        }
        keepBest(buffer);
        return buffer.merge();
    }

    private void keepBest(PageBuffer buffer) {
        Page all = buffer.merge();
        long working = RowOrder.bytes(all.rows(), keys.size());
        charge.add(working);
        RowOrder order = new RowOrder(keys.stream().map(key -> key.evaluate(all)).toList(), orders, all.rows());
        int[] best = order.first((int) Math.min(count, all.rows()));
        buffer.replace(Blocks.select(all, best, best.length));
        charge.add(-working);
    }

    @Override
    public void close() {
        charge.close();
        input.close();
    }
}

package dev.harrier.kql.exec;

import dev.harrier.kql.expr.CompiledExpression;
import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Sort;
import dev.harrier.kql.plan.SortOrder;
import dev.harrier.kql.type.Schema;
import java.util.List;

/** All rows in order, equal ones as they came. */
final class SortSource implements PageSource {

    private final PageSource input;
    private final List<SortOrder> orders;
    private final List<CompiledExpression> keys;
    private final QueryContext context;
    private final MemoryCharge charge;
    private SlicedPage result;

    SortSource(Sort sort, PageSource input, QueryContext context) {
        this.input = input;
        this.orders = sort.orders();
        this.keys = Evaluator.compileAll(orders.stream().map(SortOrder::key).toList(), input.schema(), context);
        this.context = context;
        this.charge = new MemoryCharge(context, "sort", sort.span());
    }

    @Override
    public Schema schema() {
        return input.schema();
    }

    @Override
    public Page next() {
        if (result == null) {
            Page all = PageBuffer.readAll(input, charge);
            charge.add(RowOrder.bytes(all.rows(), keys.size()) + all.bytes());
            RowOrder order = new RowOrder(keys.stream().map(key -> key.evaluate(all)).toList(), orders, all.rows());
            Page sorted = all.select(order.sorted(), all.rows());
            charge.set(sorted.bytes());
            result = new SlicedPage(sorted, context);
        }
        return result.next();
    }

    @Override
    public void close() {
        charge.close();
        input.close();
    }
}

package dev.harrier.kql.exec;

import dev.harrier.kql.expr.CompiledExpression;
import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.type.Schema;
import java.util.Arrays;

/** The rows for which a condition is true. */
final class FilterSource implements PageSource {

    private final PageSource input;
    private final CompiledExpression condition;

    FilterSource(Filter filter, PageSource input, QueryContext context) {
        this.input = input;
        this.condition = Evaluator.compile(filter.condition(), input.schema(), context);
    }

    @Override
    public Schema schema() {
        return input.schema();
    }

    @Override
    public Page next() {
        Page page = input.next();
        if (page == null) {
            return null;
        }
        Block truth = condition.evaluate(page);
        int[] kept = new int[page.rows()];
        int count = 0;
        for (int row = 0; row < page.rows(); row++) {
            if (Boolean.TRUE.equals(truth.get(row))) {
                kept[count++] = row;
            }
        }
        return count == page.rows() ? page : Blocks.select(page, Arrays.copyOf(kept, count), count);
    }

    @Override
    public void close() {
        input.close();
    }
}

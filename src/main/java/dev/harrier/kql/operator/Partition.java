package dev.harrier.kql.operator;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.PlanRunner;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A pipeline that runs once for the rows of each key; the results follow each other in the order in which keys appear.
 *
 * @param keys columns of the input
 * @param given where the rows of a key come into the body
 * @param body a pipeline over these, or one that only names the key
 */
record Partition(String name, PlanNode input, List<String> keys, GivenRows given, PlanNode body,
        SourceSpan span) implements Extension {
    @Override
    public Schema schema() {
        return body.schema();
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new Partition(name, inputs.getFirst(), keys, given, body, span);
    }

    @Override
    public List<PlanNode> bodies() {
        return List.of(body);
    }

    @Override
    public List<Expression> expressions() {
        return GivenRows.expressions(body);
    }

    @Override
    public Extension mapExpressions(UnaryOperator<Expression> replace) {
        return new Partition(name, input, keys, given, given.mapExpressions(body, replace), span);
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        throw new IllegalStateException(name + " needs to run plans");
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context, PlanRunner plans) {
        return new Source(inputs.getFirst(), context, plans);
    }

    /** Holds all rows, then runs one partition after the other. */
    private final class Source implements PageSource {
        private final PageSource rows;
        private final QueryContext context;
        private final PlanRunner plans;
        private final Schema schema = Partition.this.schema();
        private Page all;
        private List<List<Integer>> partitions;
        private int next;
        private PageSource current;
        private long charged;

        Source(PageSource rows, QueryContext context, PlanRunner plans) {
            this.rows = rows;
            this.context = context;
            this.plans = plans;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public Page next() {
            context.check();
            if (partitions == null) {
                read();
            }
            while (true) {
                Page page = current == null ? null : current.next();
                if (page != null) {
                    return page;
                }
                closeCurrent();
                if (next == partitions.size()) {
                    return null;
                }
                int[] positions = partitions.get(next++).stream().mapToInt(Integer::intValue).toArray();
                current = plans.open(given.fill(body, List.of(Blocks.select(all, positions, positions.length))));
            }
        }

        private void read() {
            List<Page> pages = new ArrayList<>();
            for (Page page = rows.next(); page != null; page = rows.next()) {
                context.check();
                if (page.rows() > 0) {
                    charge(page.bytes() * 3 + 24L * page.rows());
                    pages.add(page);
                }
            }
            Map<List<Object>, List<Integer>> byKey = new LinkedHashMap<>();
            if (!pages.isEmpty()) {
                all = Blocks.concat(rows.schema(), pages);
                List<Block> blocks = keys.stream().map(key -> all.block(rows.schema().position(key))).toList();
                for (int row = 0; row < all.rows(); row++) {
                    byKey.computeIfAbsent(RowKeys.of(blocks, row), key -> new ArrayList<>()).add(row);
                }
            }
            partitions = List.copyOf(byKey.values());
        }

        private void charge(long bytes) {
            context.memory().charge(bytes, name, span);
            charged += bytes;
        }

        private void closeCurrent() {
            if (current != null) {
                PageSource ended = current;
                current = null;
                ended.close();
            }
        }

        @Override
        public void close() {
            closeCurrent();
            context.memory().release(charged);
            rows.close();
        }
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/** An operator that must have seen all rows before it gives its first one: it holds them, then computes. */
record HeldRows(String name, PlanNode input, Schema schema, Computation computation, SourceSpan span)
        implements
            Extension {

    /** Makes the rows of the result from all rows of the input. Stateless: it may run several times. */
    @FunctionalInterface
    interface Computation {
        /** @param rows all of them, on one page, with the input's columns; there may be none */
        void run(Page rows, Result result);
    }

    /** Takes the rows of the result, and charges what is held on the way. */
    static final class Result {
        private static final long BYTES_OF_VALUE = 32;
        private final HeldRows operator;
        private final QueryContext context;
        private final List<Page> pages = new ArrayList<>();
        private List<BlockBuilder> builders;
        private long charged;

        private Result(HeldRows operator, QueryContext context) {
            this.operator = operator;
            this.context = context;
        }

        /** One row: its values in the order of the result's columns. */
        void add(Object... values) {
            if (builders == null) {
                charge(BYTES_OF_VALUE * context.pageSize() * operator.schema.size());
                builders = operator.schema.columns().stream().map(column -> BlockBuilder.of(column.type(), 16))
                        .toList();
            }
            for (int i = 0; i < values.length; i++) {
                builders.get(i).append(values[i]);
            }
            if (builders.getFirst().size() >= context.pageSize()) {
                finishPage();
            }
        }

        private void finishPage() {
            if (builders != null) {
                context.check();
                pages.add(new Page(builders.getFirst().size(), builders.stream().map(BlockBuilder::build).toList()));
                builders = null;
            }
        }

        /** Ends the query if it was cancelled or its time is up; to be called in long computations. */
        void check() {
            context.check();
        }

        void charge(long bytes) {
            context.memory().charge(bytes, operator.name, operator.span);
            charged += bytes;
        }
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new HeldRows(name, inputs.getFirst(), schema, computation, span);
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return new Source(inputs.getFirst(), new Result(this, context));
    }

    private final class Source implements PageSource {
        private final PageSource rows;
        private final Result result;
        private boolean computed;
        private int given;

        Source(PageSource rows, Result result) {
            this.rows = rows;
            this.result = result;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public Page next() {
            result.check();
            if (!computed) {
                computation.run(all(), result);
                result.finishPage();
                computed = true;
            }
            return given < result.pages.size() ? result.pages.get(given++) : null;
        }

        private Page all() {
            List<Page> pages = new ArrayList<>();
            for (Page page = rows.next(); page != null; page = rows.next()) {
                result.check();
                if (page.rows() > 0) {
                    result.charge(page.bytes() * 2);
                    pages.add(page);
                }
            }
            if (pages.isEmpty()) {
                pages.add(new Page(0, rows.schema().columns().stream()
                        .map(column -> BlockBuilder.of(column.type(), 1).build()).toList()));
            }
            return Blocks.concat(rows.schema(), pages);
        }

        @Override
        public void close() {
            result.context.memory().release(result.charged);
            rows.close();
        }
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.SplittableRandom;

/** Some rows of the input, each with the same chance; equal seeds draw equally. */
record SampleRows(PlanNode input, Expression count, SourceSpan span) implements Extension {
    private static final long BYTES_OF_VALUE = 32;

    @Override
    public String name() {
        return "sample";
    }

    @Override
    public Schema schema() {
        return input.schema();
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new SampleRows(inputs.getFirst(), count, span);
    }

    @Override
    public List<Expression> expressions() {
        return List.of(count);
    }

    @Override
    public Extension mapExpressions(UnaryOperator<Expression> replace) {
        return new SampleRows(input, replace.apply(count), span);
    }

    @Override
    public Set<String> neededFromInput(Set<String> neededFromOutput) {
        return new HashSet<>(neededFromOutput);
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return new Source(inputs.getFirst(), context);
    }

    /** Keeps a reservoir: row n replaces one of those kept with chance count / n. */
    private final class Source implements PageSource {
        private final PageSource rows;
        private final QueryContext context;
        private final List<Object[]> kept = new ArrayList<>();
        private long charged;
        private boolean read;
        private int given;

        Source(PageSource rows, QueryContext context) {
            this.rows = rows;
            this.context = context;
        }

        @Override
        public Schema schema() {
            return rows.schema();
        }

        @Override
        public Page next() {
            context.check();
            if (!read) {
                draw();
                read = true;
            }
            if (given >= kept.size()) {
                return null;
            }
            int end = Math.min(kept.size(), given + context.pageSize());
            Page page = page(kept.subList(given, end));
            given = end;
            return page;
        }

        private void draw() {
            long count = ComputedLimit.value(SampleRows.this.count, name(), span, context);
            SplittableRandom random = new SplittableRandom(context.seed());
            long seen = 0;
            for (Page page = rows.next(); page != null; page = rows.next()) {
                context.check();
                for (int row = 0; row < page.rows(); row++) {
                    long place = ++seen <= count ? kept.size() : random.nextLong(seen);
                    if (place < kept.size()) {
                        kept.set((int) place, values(page, row));
                    } else if (place < count) {
                        charge();
                        kept.add(values(page, row));
                    }
                }
            }
        }

        private void charge() {
            long bytes = BYTES_OF_VALUE * (1 + schema().size());
            context.memory().charge(bytes, name(), span);
            charged += bytes;
        }

        private Object[] values(Page page, int row) {
            Object[] values = new Object[page.blocks().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = page.block(i).get(row);
            }
            return values;
        }

        private Page page(List<Object[]> some) {
            List<dev.harrier.kql.page.Block> blocks = new ArrayList<>();
            for (int i = 0; i < schema().size(); i++) {
                BlockBuilder builder = BlockBuilder.of(schema().column(i).type(), some.size());
                for (Object[] values : some) {
                    builder.append(values[i]);
                }
                blocks.add(builder.build());
            }
            return new Page(some.size(), blocks);
        }

        @Override
        public void close() {
            context.memory().release(charged);
            rows.close();
        }
    }
}

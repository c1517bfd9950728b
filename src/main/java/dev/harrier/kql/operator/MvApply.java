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
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A pipeline that runs over the elements of each row; for those that are not computed row by row.
 *
 * @param elements how a row is expanded; its input is the input of this
 * @param kept the columns of a row that are not expanded
 * @param given where the elements come into the body
 * @param body a pipeline over these
 */
record MvApply(MvExpand elements, List<Column> kept, GivenRows given, PlanNode body) implements Extension {
    MvApply {
        kept = List.copyOf(kept);
    }

    @Override
    public String name() {
        return "mv-apply";
    }

    @Override
    public SourceSpan span() {
        return elements.span();
    }

    @Override
    public Schema schema() {
        return MvApplyOperator.schema(kept, body.schema());
    }

    @Override
    public List<PlanNode> inputs() {
        return elements.inputs();
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new MvApply((MvExpand) elements.withInputs(inputs), kept, given, body);
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
        return new MvApply(elements, kept, given, given.mapExpressions(body, replace));
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        throw new IllegalStateException("mv-apply needs to run plans");
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context, PlanRunner plans) {
        return new Source(inputs.getFirst(), context, plans);
    }

    /** Runs the body for one row after the other. */
    private final class Source implements PageSource {
        private final PageSource rows;
        private final QueryContext context;
        private final PlanRunner plans;
        private final Schema schema = MvApply.this.schema();
        private final Schema bodySchema = body.schema();
        private Page page;
        private int row;
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
            while (true) {
                context.check();
                Page result = current == null ? null : current.next();
                if (result != null) {
                    return beside(result);
                }
                if (current != null) {
                    closeCurrent();
                    row++;
                }
                if (page == null || row >= page.rows()) {
                    page = rows.next();
                    row = 0;
                    if (page == null) {
                        return null;
                    }
                }
                if (page.rows() > 0) {
                    open();
                }
            }
        }

        private void open() {
            Page one = Blocks.select(page, new int[]{row}, 1);
            List<Page> expanded = new ArrayList<>();
            PageSource source = new MvExpandSource(elements, GivenRows.of(rows.schema(), List.of(one)), context);
            for (Page some = source.next(); some != null; some = source.next()) {
                context.memory().charge(some.bytes(), name(), span());
                charged += some.bytes();
                expanded.add(some);
            }
            current = plans.open(given.fill(body, expanded));
        }

        private Page beside(Page result) {
            List<Block> blocks = new ArrayList<>(schema.size());
            int[] positions = new int[result.rows()];
            java.util.Arrays.fill(positions, row);
            for (Column column : schema.columns()) {
                int inBody = bodySchema.position(column.name());
                blocks.add(inBody >= 0
                        ? result.block(inBody)
                        : page.block(rows.schema().position(column.name())).select(positions, result.rows()));
            }
            return new Page(result.rows(), blocks);
        }

        private void closeCurrent() {
            if (current != null) {
                PageSource ended = current;
                current = null;
                ended.close();
            }
            context.memory().release(charged);
            charged = 0;
        }

        @Override
        public void close() {
            closeCurrent();
            rows.close();
        }
    }
}

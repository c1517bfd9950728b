package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Set;

/** {@code consume}: reads all rows and gives none of them. */
final class ConsumeOperator implements TabularOperator<OperatorSyntax.Consume> {
    @Override
    public Class<OperatorSyntax.Consume> syntax() {
        return OperatorSyntax.Consume.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Consume syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of("decodeblocks"), context);
        return input.doubtful() ? input : input.then(new Consumed(input.plan(), syntax.span()));
    }

    /** The columns of the input, without rows. */
    private record Consumed(PlanNode input, SourceSpan span) implements Extension {
        @Override
        public String name() {
            return "consume";
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
            return new Consumed(inputs.getFirst(), span);
        }

        @Override
        public PageSource run(List<PageSource> inputs, QueryContext context) {
            return new Source(inputs.getFirst(), context);
        }
    }

    /** Reads to the end. */
    private record Source(PageSource rows, QueryContext context) implements PageSource {
        @Override
        public Schema schema() {
            return rows.schema();
        }

        @Override
        public Page next() {
            Page page = rows.next();
            while (page != null) {
                context.check();
                page = rows.next();
            }
            return null;
        }

        @Override
        public void close() {
            rows.close();
        }
    }
}

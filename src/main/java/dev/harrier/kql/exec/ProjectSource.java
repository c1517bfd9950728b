package dev.harrier.kql.exec;

import dev.harrier.kql.expr.CompiledExpression;
import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** Columns computed from each row. */
final class ProjectSource implements PageSource {

    private final PageSource input;
    private final Schema schema;
    private final List<CompiledExpression> columns;

    ProjectSource(Project project, PageSource input, QueryContext context) {
        this.input = input;
        this.schema = project.schema();
        this.columns = Evaluator.compileAll(project.columns().stream().map(NamedExpression::expression).toList(),
                input.schema(), context);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Page next() {
        Page page = input.next();
        if (page == null) {
            return null;
        }
        List<Block> blocks = new ArrayList<>(columns.size());
        for (CompiledExpression column : columns) {
            blocks.add(column.evaluate(page));
        }
        return new Page(page.rows(), blocks);
    }

    @Override
    public void close() {
        input.close();
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.ExpressionBinder;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularSource;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.SourceSyntax;
import dev.harrier.kql.type.Schema;
import java.util.List;

/** {@code print name = expression, …}: one row. */
final class PrintSource implements TabularSource<SourceSyntax.Print> {
    @Override
    public Class<SourceSyntax.Print> syntax() {
        return SourceSyntax.Print.class;
    }

    @Override
    public Rows bind(SourceSyntax.Print syntax, BindContext context) {
        OutputColumns output = new OutputColumns(context);
        ExpressionBinder binder = context.expressions(RowScope.NONE);
        SeveralResults several = new SeveralResults(binder, context);
        int position = 0;
        for (NamedExpression column : syntax.columns()) {
            if (several.isSeveral(column)) {
                Projections.addSeveral(column, several, output);
                position++;
                continue;
            }
            Expression value = Projections.value(column, binder, context);
            if (column.names().isEmpty()) {
                output.add("print_" + position, value);
            }
            for (Name name : column.names()) {
                output.declare(name.text(), value, name.span());
            }
            position++;
        }
        Values one = new Values(Schema.EMPTY, List.of(List.of()), syntax.span());
        return Rows.of(new Project(several.over(one), output.columns(), syntax.span()))
                .withDoubtfulColumns(output.doubtful());
    }
}

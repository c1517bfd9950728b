package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.syntax.OperatorSyntax;

/** {@code project name = expression, …}: exactly these columns. */
final class ProjectOperator implements TabularOperator<OperatorSyntax.Project> {
    @Override
    public Class<OperatorSyntax.Project> syntax() {
        return OperatorSyntax.Project.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Project syntax, Rows input, BindContext context) {
        return Projections.project(syntax.columns(), input, syntax.span(), context);
    }
}

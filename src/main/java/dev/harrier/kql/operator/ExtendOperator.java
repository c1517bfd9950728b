package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.syntax.OperatorSyntax;

/** {@code extend name = expression, …}: all columns of the row before, and these; a name that is there is replaced. */
final class ExtendOperator implements TabularOperator<OperatorSyntax.Extend> {
    @Override
    public Class<OperatorSyntax.Extend> syntax() {
        return OperatorSyntax.Extend.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Extend syntax, Rows input, BindContext context) {
        return Projections.extend(syntax.columns(), input, syntax.span(), context);
    }
}

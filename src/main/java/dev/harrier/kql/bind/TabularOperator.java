package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.OperatorSyntax;

/** How one tabular operator is bound. Stateless. */
public interface TabularOperator<S extends OperatorSyntax> {
    /** The syntax that it binds. */
    Class<S> syntax();

    /** The rows after the operator. Says what is wrong through the context, and answers what is known even so. */
    Rows bind(S syntax, Rows input, BindContext context);

    /** The rows of the operator when it begins a pipeline, for those that may. */
    default Rows bindLeading(S syntax, BindContext context) {
        return Rows.unknown(syntax.span());
    }
}

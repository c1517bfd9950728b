package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.List;
import java.util.Optional;

/** An operator that gives several tables, such as {@code fork}; it can only be the last one of a query. */
public interface BranchingOperator<S extends OperatorSyntax> extends TabularOperator<S> {

    /** One of the tables, and its name if the text gives it one. */
    record Branch(Optional<String> name, Rows rows) {}

    /** All tables, in order; says what is wrong through the context. */
    List<Branch> branches(S syntax, Rows input, BindContext context);

    @Override
    default Rows bind(S syntax, Rows input, BindContext context) {
        context.error(Codes.SEVERAL_TABLES, syntax.span(),
                "this operator gives several tables, so it must be the last one of a query");
        return Rows.unknown(syntax.span());
    }
}

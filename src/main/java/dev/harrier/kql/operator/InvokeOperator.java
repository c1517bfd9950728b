package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.List;

/** {@code invoke f(a, b)}: a function of the query, with the rows before it as its first argument. */
final class InvokeOperator implements TabularOperator<OperatorSyntax.Invoke> {
    @Override
    public Class<OperatorSyntax.Invoke> syntax() {
        return OperatorSyntax.Invoke.class;
    }

    @Override
    public Rows bind(OperatorSyntax.Invoke syntax, Rows input, BindContext context) {
        ExpressionSyntax function = syntax.function() instanceof ExpressionSyntax.NameReference name
                ? new ExpressionSyntax.Call(name.span(), new Name(name.span(), name.name()), List.of())
                : syntax.function();
        if (!(function instanceof ExpressionSyntax.Call call)) {
            context.refuse(syntax);
            return Rows.unknown(syntax.span());
        }
        Rows result = context.invoke(call, input);
        return input.doubtful() ? Rows.unknown(syntax.span()) : result;
    }
}

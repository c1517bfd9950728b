package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code bag_pack_columns(a, b, …)}: these columns, each under its name. */
final class BagPackColumnsMacro implements BoundMacro {
    @Override
    public List<String> names() {
        return List.of("bag_pack_columns");
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 1, Integer.MAX_VALUE, binder)) {
            return Poison.EXPRESSION;
        }
        List<Expression> pairs = new ArrayList<>();
        for (NamedExpression argument : call.arguments()) {
            Optional<String> name = AutoNames.of(argument.value(), binder.context());
            boolean named = name.isPresent() && !(argument.value() instanceof ExpressionSyntax.Call);
            if (!named) {
                binder.context().error(Codes.COLUMN_EXPECTED, argument.span(), "expected the name of a column");
                return Poison.EXPRESSION;
            }
            pairs.add(new Literal(ScalarType.STRING, name.get(), argument.span()));
            pairs.add(binder.bind(argument.value()));
        }
        return binder.context().calls().function("bag_pack", pairs, call.function().span(), call.span());
    }
}

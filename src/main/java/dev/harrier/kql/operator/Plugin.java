package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code evaluate} can call. */
interface Plugin {
    String name();

    Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context);

    /** The arguments by the names of parameters: those with a name by theirs, the others in order. */
    static Optional<Map<String, ExpressionSyntax>> arguments(OperatorSyntax.Evaluate syntax, List<String> parameters,
            int required, BindContext context) {
        Map<String, ExpressionSyntax> given = new HashMap<>();
        int position = 0;
        for (NamedExpression argument : syntax.plugin().arguments()) {
            String name = argument.names().stream().findFirst().map(Name::text).orElse(null);
            if (name == null) {
                name = position < parameters.size() ? parameters.get(position++) : "";
            }
            if (!parameters.contains(name) || given.put(name, argument.value()) != null) {
                context.error(Codes.ARGUMENT_NAME, argument.span(), "'" + syntax.plugin().function().text()
                        + "' has no such parameter, or has it already");
                return Optional.empty();
            }
        }
        if (!given.keySet().containsAll(parameters.subList(0, required))) {
            context.error(Codes.ARGUMENT_COUNT_RANGE, syntax.plugin().function().span(),
                    "'" + syntax.plugin().function().text() + "' needs " + String.join(", ",
                            parameters.subList(0, required)));
            return Optional.empty();
        }
        return Optional.of(given);
    }

    /** A constant argument; empty, and said, if it is none. */
    static Optional<Object> constant(ExpressionSyntax syntax, BindContext context) {
        if (context.scalar(syntax, RowScope.NONE) instanceof Literal literal && literal.value() != null) {
            return Optional.of(literal.value());
        }
        context.error(Codes.CONSTANT_EXPECTED, syntax.span(), "expected a constant");
        return Optional.empty();
    }
}

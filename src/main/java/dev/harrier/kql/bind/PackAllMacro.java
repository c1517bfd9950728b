package dev.harrier.kql.bind;

import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;

/** {@code pack_all()}: all columns of the row, each after its name. */
final class PackAllMacro implements BoundMacro {
    @Override
    public List<String> names() {
        return List.of("pack_all");
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 0, 1, binder) || binder.row().isDoubtful()) {
            return Poison.EXPRESSION;
        }
        List<Expression> arguments = new ArrayList<>();
        if (call.arguments().isEmpty()) {
            arguments.add(new Literal(ScalarType.BOOL, false, call.span()));
        } else {
            arguments.add(binder.bindTo(ScalarType.BOOL, MacroArguments.syntax(call, 0)));
        }
        if (binder.row() instanceof RowScope.Of of) {
            for (Column column : of.rows().schema().columns()) {
                arguments.add(new Literal(ScalarType.STRING, column.name(), call.span()));
                arguments.add(new ColumnRef(column.name(), column.type(), call.span()));
            }
        }
        return binder.context().calls().function("pack_all", arguments, call.function().span(), call.span());
    }
}

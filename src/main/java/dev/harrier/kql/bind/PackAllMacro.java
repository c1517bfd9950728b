package dev.harrier.kql.bind;

import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;

/** {@code pack_all()}: all columns of the row, as {@code bag_pack} of them. */
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
        if (call.arguments().size() == 1 && !ignoresNothing(call, binder)) {
            return Poison.EXPRESSION;
        }
        List<Expression> arguments = new ArrayList<>();
        if (binder.row() instanceof RowScope.Of of) {
            for (Column column : of.rows().schema().columns()) {
                arguments.add(new Literal(ScalarType.STRING, column.name(), call.span()));
                arguments.add(new ColumnRef(column.name(), column.type(), call.span()));
            }
        }
        return binder.context().calls().function("bag_pack", arguments, call.function().span(), call.span());
    }

    private static boolean ignoresNothing(ExpressionSyntax.Call call, ExpressionBinder binder) {
        Expression ignore = binder.bindTo(ScalarType.BOOL, MacroArguments.syntax(call, 0));
        if (Poison.is(ignore)) {
            return false;
        }
        if (ignore instanceof Literal literal && Boolean.FALSE.equals(literal.value())) {
            return true;
        }
        binder.context()
                .report(Diagnostic.notSupported(call.span(), "'pack_all' that leaves out empty values",
                        "call it without argument"));
        return false;
    }
}

package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import java.util.List;

/** {@code column_names_of(T)}: the names of a table's columns, as an array. */
final class ColumnNamesOfMacro implements BoundMacro {
    @Override
    public List<String> names() {
        return List.of("column_names_of");
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 1, 1, binder)) {
            return Poison.EXPRESSION;
        }
        ExpressionSyntax argument = MacroArguments.syntax(call, 0);
        return switch (binder.bindAny(argument)) {
            case Binding.Tabular tabular when tabular.rows().doubtful() -> Poison.EXPRESSION;
            case Binding.Tabular tabular -> names(tabular.rows(), call);
            case Binding.Scalar scalar -> {
                if (!Poison.is(scalar.expression())) {
                    binder.context()
                            .report(Diagnostic.error(Codes.TABULAR_EXPECTED, argument.span(), "expected a table"));
                }
                yield Poison.EXPRESSION;
            }
            case Binding.Function function -> Poison.EXPRESSION;
        };
    }

    private static Expression names(Rows rows, ExpressionSyntax.Call call) {
        List<Dynamic> names = rows.schema().names().stream().<Dynamic>map(Dynamic.Text::new).toList();
        return new Literal(ScalarType.DYNAMIC, new Dynamic.Array(names), call.span());
    }
}

package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.plan.IngestionTimes;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Diagnostic;
import java.util.List;

/** {@code ingestion_time()}: when the row was taken in; refused where rows no longer are those of a table. */
final class IngestionTimeMacro implements BoundMacro {
    @Override
    public List<String> names() {
        return List.of(IngestionTimes.FUNCTION);
    }

    @Override
    public Expression bind(ExpressionSyntax.Call call, ExpressionBinder binder) {
        if (!MacroArguments.counted(call, 0, 0, binder) || binder.row().isDoubtful()) {
            return Poison.EXPRESSION;
        }
        Rows rows = binder.row().rows();
        if (rows != null && !IngestionTimes.areKnown(rows.plan())) {
            binder.context().report(Diagnostic.notSupported(call.span(), "'ingestion_time' of these rows",
                    "call it right after the table and keep it: T | extend Ingested = ingestion_time()"));
            return Poison.EXPRESSION;
        }
        return binder.context().calls().function(IngestionTimes.FUNCTION, List.of(), call.function().span(),
                call.span());
    }
}

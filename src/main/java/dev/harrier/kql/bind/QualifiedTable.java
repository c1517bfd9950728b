package dev.harrier.kql.bind;

import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.PathStep;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.SourceSpan;
import java.util.Optional;

/** {@code workspace("name").Table}: a table of another workspace that the caller may read. */
final class QualifiedTable {
    private final BindContext context;

    QualifiedTable(BindContext context) {
        this.context = context;
    }

    Rows bind(ExpressionSyntax.Path path) {
        boolean isTable = path.root() instanceof ExpressionSyntax.Call call
                && call.function().text().equals("workspace")
                && path.steps().size() == 1 && !(path.steps().getFirst() instanceof PathStep.Index);
        if (!isTable) {
            String root = path.root() instanceof ExpressionSyntax.Call call
                    ? call.function().text()
                    : "qualified names";
            context.report(Diagnostic.notSupported(path.span(), "the function '" + root + "'",
                    "a query sees the tables of its workspace, and those of others as workspace(\"name\").Table"));
            return Rows.unknown(path.span());
        }
        ExpressionSyntax.Call workspace = (ExpressionSyntax.Call) path.root();
        ExpressionBinder binder = context.expressions(RowScope.NONE);
        if (!MacroArguments.counted(workspace, 1, 1, binder)) {
            return Rows.unknown(path.span());
        }
        ExpressionSyntax argument = MacroArguments.syntax(workspace, 0);
        Optional<String> name = MacroArguments.constantText(argument, binder);
        Optional<String> table = table(path.steps().getFirst(), binder);
        if (name.isEmpty() || table.isEmpty()) {
            return Rows.unknown(path.span());
        }
        Optional<Tables> tables = context.environment().tables().inWorkspace(name.get());
        if (tables.isEmpty()) {
            context.report(Diagnostic.error(Codes.UNKNOWN_TABLE, argument.span(),
                    "there is no workspace '" + name.get() + "' that you may read"));
            return Rows.unknown(path.span());
        }
        return scan(table.get(), tables.get(), name.get(), path.steps().getFirst().span());
    }

    private Optional<String> table(PathStep step, ExpressionBinder binder) {
        return switch (step) {
            case PathStep.Member member -> Optional.of(member.name().text());
            case PathStep.Invocation invocation when invocation.function().text().equals("table")
                    && invocation.arguments().size() == 1 ->
                MacroArguments.constantText(invocation.arguments().getFirst().value(), binder);
            case PathStep.Invocation invocation -> {
                context.report(Diagnostic.notSupported(invocation.span(), "a function of another workspace", ""));
                yield Optional.empty();
            }
            case PathStep.Index index -> Optional.empty();
        };
    }

    private Rows scan(String name, Tables tables, String workspace, SourceSpan span) {
        Optional<Table> table = tables.find(name);
        if (table.isPresent()) {
            return context.scan(table.get(), span);
        }
        String[] fixes = Suggestions.of(name, tables.names());
        context.report(Diagnostic.error(Codes.UNKNOWN_TABLE, span, "there is no table '" + name + "' in the workspace '"
                + workspace + "'" + Suggestions.question(fixes), fixes));
        return Rows.unknown(span);
    }
}

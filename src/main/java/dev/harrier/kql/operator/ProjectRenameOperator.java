package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code project-rename new = old, …}: all columns in their order, some under other names. */
final class ProjectRenameOperator implements TabularOperator<OperatorSyntax.ProjectRename> {
    @Override
    public Class<OperatorSyntax.ProjectRename> syntax() {
        return OperatorSyntax.ProjectRename.class;
    }

    @Override
    public Rows bind(OperatorSyntax.ProjectRename syntax, Rows input, BindContext context) {
        Map<String, Name> renamed = new HashMap<>();
        for (NamedExpression pair : syntax.columns()) {
            if (pair.names().size() != 1 || !(pair.value() instanceof ExpressionSyntax.NameReference old)) {
                context.error(Codes.RENAME_EXPECTED, pair.span(), "expected new = old");
            } else if (!input.schema().has(old.name())) {
                if (!input.doubtful()) {
                    context.reportUnknownName(old.span(), old.name(), input.schema().names());
                }
            } else {
                renamed.put(old.name(), pair.names().getFirst());
            }
        }
        Set<String> taken = new HashSet<>(input.schema().names());
        taken.removeAll(renamed.keySet());
        Set<String> doubtful = new HashSet<>();
        List<dev.harrier.kql.expr.NamedExpression> columns = new ArrayList<>();
        for (Column column : input.schema().columns()) {
            Name name = renamed.get(column.name());
            if (name != null && !taken.add(name.text())) {
                context.error(Codes.DUPLICATE_COLUMN, name.span(), "there is a column '" + name.text() + "' already");
                return input;
            }
            String shown = name == null ? column.name() : name.text();
            columns.add(new dev.harrier.kql.expr.NamedExpression(shown, ColumnRef.of(column)));
            if (input.doubtfulColumns().contains(column.name())) {
                doubtful.add(shown);
            }
        }
        return input.then(new Project(input.plan(), columns, syntax.span())).withDoubtfulColumns(doubtful);
    }
}

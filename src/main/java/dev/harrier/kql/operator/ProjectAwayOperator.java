package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.NamePatterns;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.NamePattern;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.type.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code project-away a, b*}: all columns but these. */
final class ProjectAwayOperator implements TabularOperator<OperatorSyntax.ProjectAway> {
    @Override
    public Class<OperatorSyntax.ProjectAway> syntax() {
        return OperatorSyntax.ProjectAway.class;
    }

    @Override
    public Rows bind(OperatorSyntax.ProjectAway syntax, Rows input, BindContext context) {
        Set<Column> away = new HashSet<>();
        for (NamePattern pattern : syntax.columns()) {
            away.addAll(NamePatterns.columns(pattern, input, context));
        }
        List<Column> left = input.schema().columns().stream().filter(column -> !away.contains(column)).toList();
        return input.then(new Project(input.plan(), Columns.unchanged(left), syntax.span()));
    }
}

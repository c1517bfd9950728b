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

/** {@code project-keep a, b*}: only these columns, in the order they have. */
final class ProjectKeepOperator implements TabularOperator<OperatorSyntax.ProjectKeep> {
    @Override
    public Class<OperatorSyntax.ProjectKeep> syntax() {
        return OperatorSyntax.ProjectKeep.class;
    }

    @Override
    public Rows bind(OperatorSyntax.ProjectKeep syntax, Rows input, BindContext context) {
        Set<Column> kept = new HashSet<>();
        for (NamePattern pattern : syntax.columns()) {
            kept.addAll(NamePatterns.columns(pattern, input, context));
        }
        List<Column> left = input.schema().columns().stream().filter(kept::contains).toList();
        return input.then(new Project(input.plan(), Columns.unchanged(left), syntax.span()));
    }
}

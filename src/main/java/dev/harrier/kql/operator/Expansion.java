package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.OperatorSyntax.ExpandedColumn;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The columns to expand, and the rows that have them. */
final class Expansion {
    private final Rows input;
    private final BindContext context;
    private final OutputColumns output;
    private final List<MvExpand.Expanded> columns = new ArrayList<>();
    private final Set<String> declared = new HashSet<>();
    private boolean failed;

    Expansion(Rows input, BindContext context) {
        this.input = input;
        this.context = context;
        this.output = new OutputColumns(context);
        for (Column column : input.schema().columns()) {
            boolean doubtful = input.doubtfulColumns().contains(column.name());
            output.replace(column.name(), doubtful ? Poison.EXPRESSION : ColumnRef.of(column));
        }
    }

    void column(ExpandedColumn syntax) {
        ExpressionSyntax value = syntax.column().value();
        Expression bound = context.scalar(value, input);
        if (!Poison.is(bound) && bound.type() != ScalarType.DYNAMIC) {
            context.error(Codes.TYPE_EXPECTED, value.span(),
                    "only dynamic values can be expanded, not one of type " + bound.type());
            bound = Poison.EXPRESSION;
        }
        String name = syntax.column()
                .names()
                .stream()
                .findFirst()
                .map(Name::text)
                .or(() -> AutoNames.of(value, context))
                .orElseGet(() -> "Column" + (columns.size() + 1));
        if (!declared.add(name)) {
            context.error(Codes.DUPLICATE_COLUMN, syntax.span(), "there is a column '" + name + "' already");
            failed = true;
            return;
        }
        failed |= Poison.is(bound);
        output.replace(name, bound);
        columns.add(new MvExpand.Expanded(name, syntax.type().orElse(ScalarType.DYNAMIC)));
    }

    Set<String> names() {
        Set<String> names = new HashSet<>();
        output.columns().forEach(column -> names.add(column.name()));
        return names;
    }

    PlanNode plan(SourceSpan span) {
        boolean asIs = output.columns().stream().allMatch(NamedExpression::isIdentity);
        return asIs ? input.plan() : new Project(input.plan(), output.columns(), span);
    }

    Rows doubtfully() {
        return input.then(new Project(input.plan(), output.columns(), input.plan().span()))
                .withDoubtfulColumns(output.doubtful());
    }

    /** Whether something is wrong, which has been said. */
    boolean failed() {
        return failed;
    }

    List<MvExpand.Expanded> columns() {
        return columns;
    }
}

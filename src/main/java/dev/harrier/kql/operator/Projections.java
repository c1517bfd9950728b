package dev.harrier.kql.operator;

import dev.harrier.kql.bind.AutoNames;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.ExpressionBinder;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.SourceSpan;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code project}, {@code extend}, {@code serialize} and {@code print} have in common. */
final class Projections {
    private Projections() {}

    static Rows project(List<NamedExpression> columns, Rows input, SourceSpan span, BindContext context) {
        WindowCalls windows = new WindowCalls(input, context);
        ExpressionBinder binder = context.expressions(input, windows);
        SeveralResults several = new SeveralResults(binder, context);
        OutputColumns output = new OutputColumns(context);
        int unnamed = 0;
        for (NamedExpression column : columns) {
            if (several.isSeveral(column)) {
                several.of(column).forEach(result -> result.given().ifPresentOrElse(
                        name -> output.declare(name.text(), result.value(), name.span()),
                        () -> output.add(result.automatic(), result.value())));
                continue;
            }
            Expression value = value(column, binder, context);
            Optional<String> automatic = automaticName(column, input, context);
            if (!column.names().isEmpty()) {
                declareAll(column, value, output);
            } else if (column.value() instanceof ExpressionSyntax.NameReference name && !isAutomatic(name, output)) {
                output.declare(name.name(), value, column.span());
            } else if (automatic.isPresent()) {
                output.add(automatic.get(), value);
            } else {
                output.add("Column" + ++unnamed, value);
            }
        }
        return finish(output, input, several.over(windows.over(input.plan())), span);
    }

    /** Whether a column has taken the name that the text did not give it: then a bare name has to give way. */
    private static boolean isAutomatic(ExpressionSyntax.NameReference name, OutputColumns output) {
        return output.has(name.name()) && !output.isDeclared(name.name());
    }

    static Rows extend(List<NamedExpression> columns, Rows input, SourceSpan span, BindContext context) {
        WindowCalls windows = new WindowCalls(input, context);
        ExpressionBinder binder = context.expressions(input, windows);
        SeveralResults several = new SeveralResults(binder, context);
        OutputColumns output = new OutputColumns(context);
        for (Column column : input.schema().columns()) {
            boolean doubtful = input.doubtfulColumns().contains(column.name());
            output.replace(column.name(), doubtful ? Poison.EXPRESSION : ColumnRef.of(column));
        }
        int unnamed = 0;
        for (NamedExpression column : columns) {
            if (several.isSeveral(column)) {
                addSeveral(column, several, output);
                continue;
            }
            Expression value = value(column, binder, context);
            Optional<String> automatic = automaticName(column, input, context);
            if (!column.names().isEmpty()) {
                declareAll(column, value, output);
            } else if (automatic.isPresent()) {
                output.replace(automatic.get(), value);
            } else {
                do {
                    unnamed++;
                } while (output.has("Column" + unnamed));
                output.replace("Column" + unnamed, value);
            }
        }
        return finish(output, input, several.over(windows.over(input.plan())), span);
    }

    /** If the text names results, only those are added. */
    static void addSeveral(NamedExpression column, SeveralResults several, OutputColumns output) {
        for (SeveralResults.Result result : several.of(column)) {
            if (result.given().isPresent()) {
                output.declare(result.given().get().text(), result.value(), result.given().get().span());
            } else if (column.names().isEmpty()) {
                output.replace(result.automatic(), result.value());
            }
        }
    }

    /** What {@code column_ifexists} does not find gives no name. */
    private static Optional<String> automaticName(NamedExpression column, Rows input, BindContext context) {
        Optional<String> name = AutoNames.of(column.value(), context);
        return AutoNames.isColumnIfExists(column.value()) ? name.filter(input.schema()::has) : name;
    }

    private static void declareAll(NamedExpression column, Expression value, OutputColumns output) {
        for (Name name : column.names()) {
            output.declare(name.text(), value, name.span());
        }
    }

    static Expression value(NamedExpression column, ExpressionBinder binder, BindContext context) {
        Expression value = binder.bind(column.value());
        if (column.names().size() > 1 && !Poison.is(value)) {
            context.error(Codes.NOT_SEVERAL_VALUES, column.names().get(1).span(),
                    "the expression has one result; give it one name");
            return Poison.EXPRESSION;
        }
        return value;
    }

    private static Rows finish(OutputColumns output, Rows input, PlanNode plan, SourceSpan span) {
        Rows projected = input.then(new Project(plan, output.columns(), span));
        Set<String> doubtful = new HashSet<>(output.doubtful());
        return projected.withDoubtfulColumns(doubtful);
    }
}

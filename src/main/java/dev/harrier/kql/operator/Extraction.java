package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.OutputColumns;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.ColumnRef;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.PathAccess;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.plan.Filter;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Takes the values of several new columns out of a text at once. The text is read once per row into an array, from which
 * the columns are then taken.
 *
 * @param read the values of a text, one per column and of its type or null; {@code null} if the text does not fit
 */
record Extraction(String operator, List<Column> columns, Function<String, Dynamic.Array> read, boolean dropUnmatched) {

    Rows bind(ExpressionSyntax textSyntax, Rows input, SourceSpan span, BindContext context) {
        Expression text = text(textSyntax, input, context);
        if (input.doubtful() || Poison.is(text)) {
            return input.doubtful() ? input : doubtfully(input, span, context);
        }
        String values = OutputColumns.unique("$" + operator, new TreeSet<>(input.schema().names()));
        ScalarFunction function = ScalarFunction.named(operator)
                .signature(List.of(Parameter.of("text", ScalarType.STRING)), ScalarType.DYNAMIC,
                        arguments -> read.apply((String) arguments[0]))
                .build();
        Call call = new Call(function, function.signatures().getFirst(), List.of(text), ScalarType.DYNAMIC, span);
        List<NamedExpression> withValues = new ArrayList<>(Columns.unchanged(input.schema().columns()));
        withValues.add(new NamedExpression(values, call));
        PlanNode read = new Project(input.plan(), withValues, span);
        ColumnRef array = new ColumnRef(values, ScalarType.DYNAMIC, span);
        if (dropUnmatched) {
            read = new Filter(read, context.function("isnotnull", List.of(array), span), span);
        }
        OutputColumns output = outputOf(input, context);
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            PathAccess value = new PathAccess(array, List.of(new PathAccess.Element(i)), span);
            output.replace(column.name(), context.cast(column.type(), value));
        }
        return input.then(new Project(read, output.columns(), span));
    }

    private static Expression text(ExpressionSyntax syntax, Rows input, BindContext context) {
        Expression text = context.scalar(syntax, input);
        if (Poison.is(text) || text.type() == ScalarType.STRING) {
            return text;
        }
        if (text.type() == ScalarType.DYNAMIC) {
            return context.cast(ScalarType.STRING, text);
        }
        context.error(dev.harrier.kql.bind.Codes.TYPE_EXPECTED, syntax.span(),
                "expected a text, not a value of type " + text.type());
        return Poison.EXPRESSION;
    }

    private Rows doubtfully(Rows input, SourceSpan span, BindContext context) {
        OutputColumns output = outputOf(input, context);
        columns.forEach(column -> output.replace(column.name(), Poison.EXPRESSION));
        return input.then(new Project(input.plan(), output.columns(), span)).withDoubtfulColumns(output.doubtful());
    }

    private static OutputColumns outputOf(Rows input, BindContext context) {
        OutputColumns output = new OutputColumns(context);
        Set<String> doubtful = input.doubtfulColumns();
        for (Column column : input.schema().columns()) {
            output.replace(column.name(),
                    doubtful.contains(column.name()) ? Poison.EXPRESSION : ColumnRef.of(column));
        }
        return output;
    }

    /** Says that a form of an operator is not done. */
    static void refuse(SourceSpan span, String what, String instead, BindContext context) {
        context.report(Diagnostic.notSupported(span, what, instead));
    }
}

package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.ExpressionBinder;
import dev.harrier.kql.bind.Poison;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.PathAccess;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.Name;
import dev.harrier.kql.syntax.NamedExpression;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of functions with several results among the columns of an operator: each is computed once, into a column of
 * its own below the operator, and its results are read from there.
 */
final class SeveralResults {
    private final ExpressionBinder binder;
    private final BindContext context;
    private final List<dev.harrier.kql.expr.NamedExpression> calls = new ArrayList<>();

    SeveralResults(ExpressionBinder binder, BindContext context) {
        this.binder = binder;
        this.context = context;
    }

    /**
     * One result of a call.
     *
     * @param given the name that the text gives it
     * @param automatic what it is called otherwise
     */
    record Result(Optional<Name> given, String automatic, Expression value) {}

    boolean isSeveral(NamedExpression column) {
        return !binder.results(column.value()).isEmpty();
    }

    /** The results of a column that {@linkplain #isSeveral has several}. */
    List<Result> of(NamedExpression column) {
        ExpressionSyntax.Call call = (ExpressionSyntax.Call) column.value();
        List<Column> results = binder.results(call);
        Expression array = binder.bindSeveral(call);
        List<Name> names = column.names();
        if (names.size() > results.size()) {
            context.error(Codes.NAME_WITHOUT_VALUE, names.get(results.size()).span(),
                    "'" + call.function().text() + "' has only " + results.size() + " results");
        }
        Expression hidden = Poison.is(array) ? array : hide(array);
        boolean firstOnly = !column.tuple() && !names.isEmpty();
        List<Result> all = new ArrayList<>();
        for (int i = 0; i < (firstOnly ? 1 : results.size()); i++) {
            Column result = results.get(i);
            all.add(new Result(i < names.size() ? Optional.of(names.get(i)) : Optional.empty(),
                    result.name(), element(hidden, i, result.type())));
        }
        return all;
    }

    private Expression hide(Expression array) {
        String name = "$results" + calls.size();
        calls.add(new dev.harrier.kql.expr.NamedExpression(name, array));
        return Columns.reference(name, array, array.span());
    }

    private Expression element(Expression array, int position, ScalarType type) {
        return Poison.is(array)
                ? array
                : context.cast(type,
                        new PathAccess(array, List.of(new PathAccess.Element(position)), array.span()));
    }

    /** The input with a column for each call. */
    PlanNode over(PlanNode plan) {
        if (calls.isEmpty()) {
            return plan;
        }
        List<dev.harrier.kql.expr.NamedExpression> columns = new ArrayList<>(
                Columns.unchanged(plan.schema().columns()));
        columns.addAll(calls);
        return new Project(plan, columns, plan.span());
    }
}

package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Call;
import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.InSubquery;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.NamedExpression;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.plan.Project;
import dev.harrier.kql.syntax.ExpressionSyntax;
import dev.harrier.kql.syntax.MembershipOperator;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds {@code in}, {@code has_any} and their kin: over a list, over dynamic arrays, over the rows of a subquery. */
final class MembershipBinder {
    private final BindSession session;
    private final CallBinder calls;
    private final ComparisonBinder comparisons;

    MembershipBinder(BindSession session, CallBinder calls, ComparisonBinder comparisons) {
        this.session = session;
        this.calls = calls;
        this.comparisons = comparisons;
    }

    Expression bind(ExpressionSyntax.Membership syntax, ExpressionBinder binder) {
        Expression value = binder.bind(syntax.value());
        if (syntax.items().size() == 1 && binder.bindAny(syntax.items().getFirst()) instanceof Binding.Tabular rows) {
            return Poison.is(value) || !takes(syntax, value) ? Poison.EXPRESSION : subquery(syntax, value, rows.rows());
        }
        List<Expression> arguments = new ArrayList<>();
        arguments.add(value);
        for (ExpressionSyntax item : syntax.items()) {
            arguments.addAll(items(value, binder.bind(item), syntax));
        }
        if (Poison.isAny(arguments) || !takes(syntax, value)) {
            return Poison.EXPRESSION;
        }
        return calls.operator(syntax.operator().text(), arguments, syntax.operatorSpan(), syntax.span());
    }

    private boolean takes(ExpressionSyntax.Membership syntax, Expression value) {
        MembershipOperator operator = syntax.operator();
        boolean textOnly = operator != MembershipOperator.IN && operator != MembershipOperator.NOT_IN;
        if (!textOnly || value.type() == ScalarType.STRING || value.type() == ScalarType.DYNAMIC) {
            return true;
        }
        session.report(Diagnostic.error(Codes.TYPES_EXPECTED, syntax.value().span(),
                "'" + operator.text() + "' needs a value of type string or dynamic, not " + value.type()));
        return false;
    }

    private List<Expression> items(Expression value, Expression item, ExpressionSyntax.Membership syntax) {
        if (Poison.is(value) || Poison.is(item)) {
            return List.of(Poison.EXPRESSION);
        }
        if (item instanceof Literal literal && literal.value() instanceof Dynamic.Array array
                && !array.elements().isEmpty() && value.type() != ScalarType.DYNAMIC) {
            List<Expression> elements = new ArrayList<>();
            array.elements()
                    .forEach(element -> elements.add(ComparisonBinder.element(element, value.type(), item.span())));
            return elements;
        }
        Optional<Expression> fitting = comparisons.item(value, item);
        if (fitting.isEmpty()) {
            calls.undefined(syntax.operator().text(), List.of(value, item), syntax.operatorSpan());
        }
        return List.of(fitting.orElse(Poison.EXPRESSION));
    }

    private Expression subquery(ExpressionSyntax.Membership syntax, Expression value, Rows rows) {
        if (rows.doubtful()) {
            return Poison.EXPRESSION;
        }
        SourceSpan itemSpan = syntax.items().getFirst().span();
        if (rows.schema().size() == 0) {
            session.report(Diagnostic.error(Codes.NO_COLUMNS, itemSpan, "the table has no columns"));
            return Poison.EXPRESSION;
        }
        PlanNode list = firstColumn(value, rows, itemSpan);
        Expression sample = calls.operator(syntax.operator().text(),
                List.of(value, new dev.harrier.kql.expr.ColumnRef("", ScalarType.DYNAMIC, itemSpan)),
                syntax.operatorSpan(), syntax.span());
        return sample instanceof Call call
                ? new InSubquery(call.function(), call.signature(), call.argument(0), list, syntax.span())
                : sample;
    }

    /** The plan of just the first column, in the type that it is compared in. */
    private PlanNode firstColumn(Expression value, Rows rows, SourceSpan span) {
        Column first = rows.schema().column(0);
        Expression column = dev.harrier.kql.expr.ColumnRef.of(first);
        boolean asText = value.type() == ScalarType.STRING && first.type() != ScalarType.DYNAMIC;
        Expression converted = asText ? Casts.to(ScalarType.STRING, column, calls) : column;
        if (rows.schema().size() == 1 && converted == column) {
            return rows.plan();
        }
        return new Project(rows.plan(), List.of(new NamedExpression(first.name(), converted)), span);
    }
}

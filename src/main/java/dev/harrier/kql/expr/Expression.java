package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A typed expression over the columns of one row. Immutable; columns are referred to by name. */
public sealed interface Expression
        permits Literal, ColumnRef, Call, PathAccess, ScalarSubquery, InSubquery {

    ScalarType type();

    /** Where it stands in the query text; {@link SourceSpan#NONE} for what no text says. */
    SourceSpan span();

    /** The expressions directly below. */
    default List<Expression> children() {
        return switch (this) {
            case Literal literal -> List.of();
            case ColumnRef column -> List.of();
            case Call call -> call.arguments();
            case PathAccess access -> access.expressions();
            case ScalarSubquery subquery -> List.of();
            case InSubquery subquery -> List.of(subquery.value());
        };
    }

    /** The same expression with each expression directly below replaced; types must stay. */
    default Expression mapChildren(UnaryOperator<Expression> replace) {
        return switch (this) {
            case Literal literal -> literal;
            case ColumnRef column -> column;
            case ScalarSubquery subquery -> subquery;
            case Call call -> {
                List<Expression> arguments = new ArrayList<>(call.arguments().size());
                for (Expression argument : call.arguments()) {
                    arguments.add(replace.apply(argument));
                }
                yield call.withArguments(arguments);
            }
            case InSubquery subquery -> new InSubquery(subquery.function(), subquery.signature(),
                    replace.apply(subquery.value()), subquery.plan(), subquery.span());
            case PathAccess access -> access.mapExpressions(replace);
        };
    }
}

package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.syntax.ComparisonOperator;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * Binds comparisons and {@code between}. A text column is compared with a constant of another type by the constant's
 * text, so that the comparison stays one of the column and can be answered by an index.
 */
final class ComparisonBinder {
    private final BindSession session;
    private final CallBinder calls;

    ComparisonBinder(BindSession session, CallBinder calls) {
        this.session = session;
        this.calls = calls;
    }

    Expression compare(ComparisonOperator operator, Expression left, Expression right, SourceSpan operatorSpan,
            SourceSpan span) {
        if (Poison.is(left) || Poison.is(right)) {
            return Poison.EXPRESSION;
        }
        if (operator == ComparisonOperator.SEARCH) {
            session.report(Diagnostic.notSupported(operatorSpan, "the operator ':' outside 'search'", "use 'has'"));
            return Poison.EXPRESSION;
        }
        boolean equality = operator == ComparisonOperator.EQUAL || operator == ComparisonOperator.NOT_EQUAL;
        if (!equality) {
            return order(operator, left, right, operatorSpan, span);
        }
        Optional<Expression> alignedRight = align(right, left);
        Optional<Expression> alignedLeft = align(left, right);
        if (alignedLeft.isEmpty() || alignedRight.isEmpty()) {
            calls.undefined(operator.text(), List.of(left, right), operatorSpan);
            return Poison.EXPRESSION;
        }
        return calls.operator(operator.text(), List.of(alignedLeft.get(), alignedRight.get()), operatorSpan, span);
    }

    private Expression order(ComparisonOperator operator, Expression left, Expression right, SourceSpan operatorSpan,
            SourceSpan span) {
        boolean ordering = switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> true;
            default -> false;
        };
        if (ordering && (isOf(ScalarType.STRING, left, right) || bothDynamic(left, right))) {
            calls.undefined(operator.text(), List.of(left, right), operatorSpan);
            return Poison.EXPRESSION;
        }
        return calls.operator(operator.text(), List.of(left, right), operatorSpan, span);
    }

    private static boolean isOf(ScalarType type, Expression left, Expression right) {
        return left.type() == type || right.type() == type;
    }

    private static boolean bothDynamic(Expression left, Expression right) {
        return left.type() == ScalarType.DYNAMIC && right.type() == ScalarType.DYNAMIC;
    }

    /** One side of an equality, in a type that can be compared with the other side; empty if there is none. */
    private Optional<Expression> align(Expression side, Expression other) {
        ScalarType mine = side.type();
        ScalarType theirs = other.type();
        if (mine == ScalarType.DYNAMIC && theirs == ScalarType.DYNAMIC) {
            return Optional.empty();
        }
        if (mine == theirs || comparable(mine) && comparable(theirs) || isOf(ScalarType.DYNAMIC, side, other)) {
            return Optional.of(side);
        }
        if (theirs == ScalarType.STRING && !isText(other)) {
            return isKnown(side) ? Optional.of(Casts.to(ScalarType.STRING, side, calls)) : Optional.empty();
        }
        if (mine == ScalarType.STRING) {
            return isText(side) ? fromText((Literal) side, theirs) : Optional.of(side);
        }
        return theirs == ScalarType.STRING ? Optional.of(side) : Optional.empty();
    }

    private static boolean comparable(ScalarType type) {
        return type.isNumeric() || type == ScalarType.BOOL;
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Literal && expression.type() == ScalarType.STRING;
    }

    private static boolean isKnown(Expression expression) {
        return CallBinder.isConstant(expression);
    }

    /** The value that a literal text is of the type; empty if it is none. */
    private static Optional<Expression> fromText(Literal text, ScalarType type) {
        Literal converted = Casts.literal(type, text);
        return converted.isNull() ? Optional.empty() : Optional.of(converted);
    }

    Expression between(boolean negated, Expression value, Expression low, Expression high, SourceSpan span) {
        if (Poison.is(value) || Poison.is(low) || Poison.is(high)) {
            return Poison.EXPRESSION;
        }
        Expression end = value.type() == ScalarType.DATETIME && low.type() == ScalarType.DATETIME
                && high.type() == ScalarType.TIMESPAN
                        ? calls.operator("+", List.of(low, high), high.span(), high.span())
                        : high;
        if (!isBound(value, low) || !isBound(value, end)) {
            return Poison.EXPRESSION;
        }
        return calls.operator(negated ? "!between" : "between", List.of(value, low, end), span, span);
    }

    private boolean isBound(Expression value, Expression bound) {
        ScalarType type = value.type();
        boolean fits = type == bound.type() && (type.isNumeric() || type.isLongBacked())
                || type.isNumeric() && (bound.type().isNumeric() || bound.type() == ScalarType.DYNAMIC)
                || type == ScalarType.DYNAMIC && bound.type().isNumeric();
        if (!fits) {
            String expected = type.isNumeric() || type == ScalarType.DYNAMIC ? "a number" : "a value of type " + type;
            String problem = type == ScalarType.DATETIME || type == ScalarType.TIMESPAN || type.isNumeric()
                    ? "the bound must be " + expected + ", not " + bound.type()
                    : "'between' is not defined for " + type + " and " + bound.type();
            session.report(Diagnostic.error(Codes.TYPE_EXPECTED, bound.span(), problem));
        }
        return fits;
    }

    /** What {@code in} and its kin compare a value with, where the item is not of the value's type. */
    Optional<Expression> item(Expression value, Expression item) {
        ScalarType type = value.type();
        if (Poison.is(item) || item.type() == type || type == ScalarType.DYNAMIC) {
            return Optional.of(item);
        }
        if (item.type() == ScalarType.DYNAMIC) {
            return Optional.of(item);
        }
        return align(item, new dev.harrier.kql.expr.ColumnRef("", type, value.span()));
    }

    /** An element of a constant list as a value of the type, where that changes nothing; a dynamic otherwise. */
    static Literal element(Dynamic element, ScalarType type, SourceSpan span) {
        ScalarType own = element == null ? ScalarType.DYNAMIC : Dynamics.scalarType(element);
        boolean same = own == type || own != null && own.isNumeric() && type.isNumeric() && own != ScalarType.REAL;
        if (same || type == ScalarType.STRING && own != null && own.isNumeric()) {
            return new Literal(type,
                    dev.harrier.kql.type.Conversions.convert(own, Dynamics.scalar(element), type), span);
        }
        return new Literal(ScalarType.DYNAMIC, element, span);
    }
}

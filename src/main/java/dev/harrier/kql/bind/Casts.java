package dev.harrier.kql.bind;

import dev.harrier.kql.expr.Expression;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.ScalarType;
import java.util.List;
import java.util.Map;

/** Conversions that a query does not write down. */
final class Casts {
    /** Of several functions that do the same, the ones that plans are written with. */
    private static final Map<ScalarType, String> FUNCTIONS = Map.of(ScalarType.BOOL, "tobool", ScalarType.INT, "toint",
            ScalarType.LONG, "tolong", ScalarType.REAL, "todouble", ScalarType.DECIMAL, "todecimal", ScalarType.STRING,
            "tostring", ScalarType.DATETIME, "todatetime", ScalarType.TIMESPAN, "totimespan", ScalarType.GUID,
            "toguid", ScalarType.DYNAMIC, "todynamic");
    private static final int FROM_DYNAMIC = 10;

    private Casts() {}

    /** The expression as a value of the type, which is null where it cannot be converted. */
    static Expression to(ScalarType type, Expression expression, CallBinder calls) {
        if (expression.type() == type || Poison.is(expression)) {
            return expression;
        }
        if (expression instanceof Literal literal) {
            return literal(type, literal);
        }
        return calls.function(FUNCTIONS.get(type), List.of(expression), expression.span(), expression.span());
    }

    static Literal literal(ScalarType type, Literal literal) {
        return new Literal(type, Conversions.convert(literal.type(), literal.value(), type), literal.span());
    }

    /** How far a silent conversion of an argument goes: 0 for none, more the less it is wanted, -1 if there is none. */
    static int distance(ScalarType from, ScalarType to) {
        if (from == to) {
            return 0;
        }
        if (from == ScalarType.DYNAMIC) {
            return FROM_DYNAMIC;
        }
        if (from.isNumeric() && to.isNumeric() && from.ordinal() < to.ordinal()) {
            return to.ordinal() - from.ordinal();
        }
        return -1;
    }
}

package dev.harrier.kql.function;

import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What two types are compared as. Every value of either type has a key there, a Java object whose {@code equals} is
 * KQL's {@code ==}; {@code null} for a null, and for what cannot be read as the domain.
 */
enum ComparisonDomain {
    /** Keys are {@link Boolean}. */
    BOOL(ScalarType.BOOL),
    /** Keys are {@link Long}; booleans count as 0 and 1. */
    LONG(ScalarType.LONG),
    /** Keys are {@link Double}. */
    REAL(ScalarType.REAL),
    /** Keys are {@link BigDecimal} without trailing zeros. */
    DECIMAL(ScalarType.DECIMAL),
    /** What a dynamic is compared with a number as: keys are {@link Long} where whole, else {@link Double}. */
    NUMBER(ScalarType.REAL),
    /** Keys are {@link String}. */
    TEXT(ScalarType.STRING),
    /** Keys are {@link Long} ticks. */
    DATETIME(ScalarType.DATETIME),
    /** Keys are {@link Long} ticks. */
    TIMESPAN(ScalarType.TIMESPAN),
    /** Keys are {@link java.util.UUID}. */
    GUID(ScalarType.GUID);

    private static final double TWO_TO_63 = 0x1p63;

    private final ScalarType type;

    ComparisonDomain(ScalarType type) {
        this.type = type;
    }

    /** The domain of {@code ==}; empty if the types cannot be compared. */
    static Optional<ComparisonDomain> ofEquality(ScalarType left, ScalarType right) {
        if (left == ScalarType.STRING || right == ScalarType.STRING) {
            return Optional.of(withText(left == ScalarType.STRING ? right : left));
        }
        if (left == ScalarType.DYNAMIC || right == ScalarType.DYNAMIC) {
            return left == right
                    ? Optional.empty()
                    : Optional.of(withDynamic(left == ScalarType.DYNAMIC ? right : left));
        }
        if (left == right) {
            return Optional.of(ofType(left));
        }
        return ofNumbers(left, right);
    }

    /** The domain of {@code <} and the others that order; empty if the types have no order in common. */
    static Optional<ComparisonDomain> ofOrder(ScalarType left, ScalarType right) {
        if (left == ScalarType.DYNAMIC && right.isNumeric() || right == ScalarType.DYNAMIC && left.isNumeric()) {
            return Optional.of(left == ScalarType.DECIMAL || right == ScalarType.DECIMAL ? DECIMAL : NUMBER);
        }
        if (left == right && (left == ScalarType.DATETIME || left == ScalarType.TIMESPAN)) {
            return Optional.of(ofType(left));
        }
        return ofNumbers(left, right);
    }

    private static Optional<ComparisonDomain> ofNumbers(ScalarType left, ScalarType right) {
        if (!isNumberOrBool(left) || !isNumberOrBool(right)) {
            return Optional.empty();
        }
        if (left == ScalarType.DECIMAL || right == ScalarType.DECIMAL) {
            return Optional.of(DECIMAL);
        }
        return Optional.of(left == ScalarType.REAL || right == ScalarType.REAL ? REAL : LONG);
    }

    private static boolean isNumberOrBool(ScalarType type) {
        return type.isNumeric() || type == ScalarType.BOOL;
    }

    /** A text is compared with a whole number as text, so that {@code ResultType == 0} stays one lookup. */
    private static ComparisonDomain withText(ScalarType other) {
        return switch (other) {
            case STRING, DYNAMIC, INT, LONG -> TEXT;
            case BOOL, REAL, DECIMAL, DATETIME, TIMESPAN, GUID -> ofType(other);
        };
    }

    private static ComparisonDomain withDynamic(ScalarType other) {
        return switch (other) {
            case INT, LONG, REAL -> NUMBER;
            case BOOL, DECIMAL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC -> ofType(other);
        };
    }

    private static ComparisonDomain ofType(ScalarType type) {
        return switch (type) {
            case BOOL -> BOOL;
            case INT, LONG -> LONG;
            case REAL -> REAL;
            case DECIMAL -> DECIMAL;
            case STRING, DYNAMIC -> TEXT;
            case DATETIME -> DATETIME;
            case TIMESPAN -> TIMESPAN;
            case GUID -> GUID;
        };
    }

    /** The key of a value of that type; {@code null} for null, NaN, and what cannot be read as this domain. */
    Object key(ScalarType valueType, Object value) {
        if (value == null) {
            return this == TEXT ? textOfNull(valueType) : null;
        }
        return switch (this) {
            case NUMBER -> number(valueType, value);
            case REAL -> real((Double) Conversions.convert(valueType, value, type));
            case DECIMAL -> decimal((BigDecimal) Conversions.convert(valueType, value, type));
            case TEXT -> valueType == ScalarType.STRING ? value : Conversions.convert(valueType, value, type);
            case BOOL, LONG, DATETIME, TIMESPAN, GUID ->
                valueType == type ? value : Conversions.convert(valueType, value, type);
        };
    }

    /** A missing property reads as the empty text; a null number does not. */
    private static Object textOfNull(ScalarType valueType) {
        return valueType == ScalarType.DYNAMIC || valueType == ScalarType.STRING ? "" : null;
    }

    private static Object number(ScalarType valueType, Object value) {
        if (valueType == ScalarType.DYNAMIC) {
            Number number = Dynamics.number((Dynamic) value);
            if (number == null) {
                number = (Number) Conversions.convert(valueType, value, ScalarType.REAL);
            }
            return number instanceof Long ? number : number == null ? null : number(number.doubleValue());
        }
        return value instanceof Double real ? number((double) real) : value;
    }

    private static Object number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < TWO_TO_63) {
            return (long) value;
        }
        return Double.isNaN(value) ? null : (Object) value;
    }

    private static Object real(Double value) {
        if (value == null || value.isNaN()) {
            return null;
        }
        return value == 0 ? (Object) 0.0 : value;
    }

    private static Object decimal(BigDecimal value) {
        return value == null ? null : value.stripTrailingZeros();
    }

    /** The order of two keys of this domain. */
    int compare(Object left, Object right) {
        return switch (this) {
            case NUMBER -> compareNumbers((Number) left, (Number) right);
            case REAL -> Double.compare((Double) left, (Double) right);
            case DECIMAL -> ((BigDecimal) left).compareTo((BigDecimal) right);
            case LONG, DATETIME, TIMESPAN -> Long.compare((Long) left, (Long) right);
            case BOOL -> Boolean.compare((Boolean) left, (Boolean) right);
            case TEXT, GUID -> throw new IllegalStateException("no order in " + this);
        };
    }

    private static int compareNumbers(Number left, Number right) {
        return left instanceof Long && right instanceof Long
                ? Long.compare(left.longValue(), right.longValue())
                : Double.compare(left.doubleValue(), right.doubleValue());
    }
}

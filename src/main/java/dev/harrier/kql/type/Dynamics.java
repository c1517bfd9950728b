package dev.harrier.kql.type;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;

/** What can be asked of a {@link Dynamic}. A Java {@code null} is the null of the type, everywhere. */
public final class Dynamics {
    private Dynamics() {}

    /** A typed value as dynamic; null stays null. */
    public static Dynamic of(ScalarType type, Object value) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case BOOL -> new Dynamic.Bool((Boolean) value);
            case INT, LONG -> new Dynamic.Int((Long) value);
            case REAL -> new Dynamic.Real((Double) value);
            case DECIMAL -> new Dynamic.Decimal((BigDecimal) value);
            case STRING -> new Dynamic.Text((String) value);
            case DATETIME -> new Dynamic.DateTime((Long) value);
            case TIMESPAN -> new Dynamic.TimeSpan((Long) value);
            case GUID -> new Dynamic.Guid((UUID) value);
            case DYNAMIC -> (Dynamic) value;
        };
    }

    /**
     * The value as that type, with parsing of text, as {@code tolong(d)} and the others do; null on failure, {@code ''}
     * for a null as string.
     */
    public static Object cast(ScalarType target, Dynamic value) {
        return Conversions.convert(ScalarType.DYNAMIC, value, target);
    }

    /**
     * The value as that type as {@code mv-expand … to typeof(…)} does: what is not of the type already becomes null, a
     * text is not parsed as a number; only dates, durations and GUIDs, which JSON has as text, are read from it.
     */
    public static Object to(ScalarType target, Dynamic value) {
        boolean fits = switch (target) {
            case BOOL -> value instanceof Dynamic.Bool;
            case INT, LONG, REAL, DECIMAL -> number(value) != null;
            case DATETIME -> value instanceof Dynamic.DateTime || value instanceof Dynamic.Text;
            case TIMESPAN -> value instanceof Dynamic.TimeSpan || value instanceof Dynamic.Text;
            case GUID -> value instanceof Dynamic.Guid || value instanceof Dynamic.Text;
            case STRING, DYNAMIC -> true;
        };
        return fits ? cast(target, value) : null;
    }

    /** The value of the key, in exact case; null if it is not a bag or has no such key. */
    public static Dynamic property(Dynamic value, String key) {
        return value instanceof Dynamic.Bag bag ? bag.properties().get(key) : null;
    }

    /** The element, from the end if negative; null if it is not an array or has no such element. */
    public static Dynamic element(Dynamic value, long index) {
        if (!(value instanceof Dynamic.Array array)) {
            return null;
        }
        int size = array.elements().size();
        long position = index < 0 ? index + size : index;
        return position < 0 || position >= size ? null : array.elements().get((int) position);
    }

    /** What {@code gettype} says: {@code null}, {@code array}, {@code dictionary}, {@code long}, {@code double}, … */
    public static String typeName(Dynamic value) {
        return switch (value) {
            case null -> "null";
            case Dynamic.Array _ -> "array";
            case Dynamic.Bag _ -> "dictionary";
            case Dynamic.Bool _ -> "bool";
            case Dynamic.Int _ -> "long";
            case Dynamic.Real _ -> "double";
            case Dynamic.Decimal _ -> "decimal";
            case Dynamic.Text _ -> "string";
            case Dynamic.DateTime _ -> "datetime";
            case Dynamic.TimeSpan _ -> "timespan";
            case Dynamic.Guid _ -> "guid";
        };
    }

    /** A {@link Long}, {@link Double} or {@link BigDecimal}; null if it is not a number. */
    public static Number number(Dynamic value) {
        return switch (value) {
            case null -> null;
            case Dynamic.Int whole -> (Number) whole.value();
            case Dynamic.Real real -> real.value();
            case Dynamic.Decimal decimal -> decimal.value();
            case Dynamic.Array _,Dynamic.Bag _,Dynamic.Bool _,Dynamic.Text _,Dynamic.DateTime _,Dynamic.TimeSpan _,Dynamic.Guid _ ->
                null;
        };
    }

    /** The scalar type that the value has, {@link ScalarType#DYNAMIC} for null, arrays and bags. */
    public static ScalarType scalarType(Dynamic value) {
        return switch (value) {
            case null -> ScalarType.DYNAMIC;
            case Dynamic.Array _,Dynamic.Bag _ -> ScalarType.DYNAMIC;
            case Dynamic.Bool _ -> ScalarType.BOOL;
            case Dynamic.Int _ -> ScalarType.LONG;
            case Dynamic.Real _ -> ScalarType.REAL;
            case Dynamic.Decimal _ -> ScalarType.DECIMAL;
            case Dynamic.Text _ -> ScalarType.STRING;
            case Dynamic.DateTime _ -> ScalarType.DATETIME;
            case Dynamic.TimeSpan _ -> ScalarType.TIMESPAN;
            case Dynamic.Guid _ -> ScalarType.GUID;
        };
    }

    /** The Java form of a scalar, as {@link ScalarType} documents it for {@link #scalarType}; itself for the others. */
    public static Object scalar(Dynamic value) {
        return switch (value) {
            case null -> null;
            case Dynamic.Array array -> (Object) array;
            case Dynamic.Bag bag -> bag;
            case Dynamic.Bool bool -> bool.value();
            case Dynamic.Int whole -> whole.value();
            case Dynamic.Real real -> real.value();
            case Dynamic.Decimal decimal -> decimal.value();
            case Dynamic.Text text -> text.value();
            case Dynamic.DateTime time -> time.ticks();
            case Dynamic.TimeSpan span -> span.ticks();
            case Dynamic.Guid guid -> guid.value();
        };
    }

    /** Deep equality: numbers by value (1 = 1.0, NaN = NaN), bags without regard to order, null equals null. */
    public static boolean equal(Dynamic left, Dynamic right) {
        if (left == right) {
            return true;
        }
        if (left == null || right == null) {
            return false;
        }
        Number number = number(left);
        if (number != null) {
            Number other = number(right);
            return other != null && Numbers.compare(number, other) == 0;
        }
        if (left instanceof Dynamic.Array array) {
            return right instanceof Dynamic.Array other && equalArrays(array, other);
        }
        if (left instanceof Dynamic.Bag bag) {
            return right instanceof Dynamic.Bag other && equalBags(bag, other);
        }
        return left.equals(right);
    }

    private static boolean equalArrays(Dynamic.Array left, Dynamic.Array right) {
        int size = left.elements().size();
        if (size != right.elements().size()) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (!equal(left.elements().get(i), right.elements().get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean equalBags(Dynamic.Bag left, Dynamic.Bag right) {
        if (left.properties().size() != right.properties().size()) {
            return false;
        }
        for (Map.Entry<String, Dynamic> property : left.properties().entrySet()) {
            Dynamic other = right.properties().get(property.getKey());
            boolean present = other != null || right.properties().containsKey(property.getKey());
            if (!present || !equal(property.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    /** A hash that agrees with {@link #equal}. */
    public static int hash(Dynamic value) {
        Number number = number(value);
        if (number != null) {
            return Numbers.hash(number);
        }
        if (value instanceof Dynamic.Array array) {
            int hash = 1;
            for (Dynamic element : array.elements()) {
                hash = 31 * hash + hash(element);
            }
            return hash;
        }
        if (value instanceof Dynamic.Bag bag) {
            int hash = 7;
            for (Map.Entry<String, Dynamic> property : bag.properties().entrySet()) {
                hash += property.getKey().hashCode() ^ hash(property.getValue());
            }
            return hash;
        }
        return value == null ? 0 : value.hashCode();
    }

    /**
     * A total order for sorting that agrees with {@link #equal}: null, booleans, numbers, durations, times, GUIDs,
     * texts, arrays (element by element), bags (by sorted keys).
     */
    public static int compare(Dynamic left, Dynamic right) {
        return DynamicOrder.compare(left, right);
    }
}

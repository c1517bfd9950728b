package dev.harrier.kql.type;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.UUID;

/**
 * Equality and order of two values of one type. There are three equalities: {@link #equal} of the operator {@code ==},
 * where null is unknown; {@link #same} of groups, sets and join keys, where null is a value; and {@link #compare} for
 * sorting. Values are in the Java form that {@link ScalarType} documents.
 */
public final class Values {
    private Values() {}

    /** {@code ==}: null against null is null, null against a value is false; NaN equals nothing. */
    public static Boolean equal(ScalarType type, Object left, Object right) {
        if (left == null || right == null) {
            return left == right ? null : (Boolean) false;
        }
        if (type == ScalarType.REAL) {
            return (double) (Double) left == (double) (Double) right;
        }
        return same(type, left, right);
    }

    /** Whether both belong to one group: nulls are equal, so are NaNs, so are 0.0 and -0.0. */
    public static boolean same(ScalarType type, Object left, Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        return switch (type) {
            case BOOL, INT, LONG, STRING, DATETIME, TIMESPAN, GUID -> left.equals(right);
            case REAL -> Numbers.compareReals((Double) left, (Double) right) == 0;
            case DECIMAL -> ((BigDecimal) left).compareTo((BigDecimal) right) == 0;
            case DYNAMIC -> Dynamics.equal((Dynamic) left, (Dynamic) right);
        };
    }

    /** Agrees with {@link #same}. */
    public static int hash(ScalarType type, Object value) {
        if (value == null) {
            return 0;
        }
        return switch (type) {
            case BOOL, INT, LONG, STRING, DATETIME, TIMESPAN, GUID -> value.hashCode();
            case REAL, DECIMAL -> Numbers.hash((Number) value);
            case DYNAMIC -> Dynamics.hash((Dynamic) value);
        };
    }

    /** A total order: null first, then NaN, then by value; texts by code point. */
    public static int compare(ScalarType type, Object left, Object right) {
        if (left == null || right == null) {
            return Boolean.compare(left != null, right != null);
        }
        return switch (type) {
            case BOOL -> Boolean.compare((Boolean) left, (Boolean) right);
            case INT, LONG, DATETIME, TIMESPAN -> Long.compare((Long) left, (Long) right);
            case REAL -> Numbers.compareReals((Double) left, (Double) right);
            case DECIMAL -> ((BigDecimal) left).compareTo((BigDecimal) right);
            case STRING -> compareText((String) left, (String) right);
            case GUID -> compareGuids((UUID) left, (UUID) right);
            case DYNAMIC -> Dynamics.compare((Dynamic) left, (Dynamic) right);
        };
    }

    /**
     * The order of {@code sort by}. NaN stands beside null whatever the direction: first are null, NaN, values; last
     * are values, NaN, null.
     */
    public static int compare(ScalarType type, Object left, Object right, boolean descending, boolean nullsFirst) {
        int rank = absence(left) - absence(right);
        if (rank != 0) {
            return nullsFirst ? -rank : rank;
        }
        int order = compare(type, left, right);
        return descending ? -order : order;
    }

    private static int absence(Object value) {
        if (value == null) {
            return 2;
        }
        return value instanceof Double real && Double.isNaN(real) ? 1 : 0;
    }

    /** As {@link #compare(ScalarType, Object, Object, boolean, boolean)}. */
    public static Comparator<Object> comparator(ScalarType type, boolean descending, boolean nullsFirst) {
        return (left, right) -> compare(type, left, right, descending, nullsFirst);
    }

    /** {@code <}; null if either is null, false if either is NaN. The other three operators follow from it. */
    public static Boolean less(ScalarType type, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        return type == ScalarType.REAL
                ? (double) (Double) left < (double) (Double) right
                : compare(type, left, right) < 0;
    }

    /** {@code <=}; null if either is null, false if either is NaN. */
    public static Boolean lessOrEqual(ScalarType type, Object left, Object right) {
        if (left == null || right == null) {
            return null;
        }
        return type == ScalarType.REAL
                ? (double) (Double) left <= (double) (Double) right
                : compare(type, left, right) <= 0;
    }

    /**
     * By code point. {@link String#compareTo} is by UTF-16 unit, which puts characters beyond U+FFFF before U+E000.
     */
    public static int compareText(String left, String right) {
        int shared = Math.min(left.length(), right.length());
        for (int i = 0; i < shared; i++) {
            char first = left.charAt(i);
            char second = right.charAt(i);
            if (first != second) {
                return unitRank(first) - unitRank(second);
            }
        }
        return left.length() - right.length();
    }

    /** Lifts surrogates, which stand for the characters beyond U+FFFF, above all other units. */
    private static int unitRank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }

    /** By the text of the GUID, which is by its bits taken as unsigned. */
    static int compareGuids(UUID left, UUID right) {
        int high = Long.compareUnsigned(left.getMostSignificantBits(), right.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(left.getLeastSignificantBits(), right.getLeastSignificantBits());
    }
}

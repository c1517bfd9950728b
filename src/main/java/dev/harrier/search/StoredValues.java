package dev.harrier.search;

import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.ScalarType;
import java.util.Optional;
import java.util.UUID;

/** Values of a query in the form in which the index holds them. */
final class StoredValues {
    /** Stands for a value that no document can have, such as text where the index has a number. */
    static final Object NEVER = new Object();
    /** Up to here every whole number has a {@code double} of its own. */
    private static final long EXACT_WHOLE = 1L << 53;
    private static final long FIRST_INSTANT = DateTimes.UNIX_EPOCH;
    private static final long LAST_INSTANT = DateTimes.fromEpochNanos(Long.MAX_VALUE) - 1;

    private StoredValues() {}

    /**
     * The value to look for where a field of the stored type, read as the wanted type, must equal it; {@link #NEVER} if
     * none does; empty if the index cannot tell.
     */
    static Optional<Object> of(Object value, ScalarType wanted, ScalarType stored) {
        if (wanted == ScalarType.DYNAMIC) {
            return ofDynamic(value, stored);
        }
        if (wanted == ScalarType.STRING && stored != ScalarType.STRING) {
            return ofText((String) value, stored);
        }
        if (wanted == ScalarType.REAL && stored == ScalarType.LONG) {
            double number = (Double) value;
            return number == Math.rint(number) && Math.abs(number) < EXACT_WHOLE
                    ? Optional.of((long) number)
                    : Optional.empty();
        }
        if (wanted != stored && !(stored == ScalarType.INT && wanted == ScalarType.LONG)) {
            return Optional.empty();
        }
        return switch (stored) {
            case STRING, BOOL, INT, LONG, TIMESPAN -> Optional.of(value);
            case REAL -> Double.isFinite((Double) value) && (Double) value != 0
                    ? Optional.of(value)
                    : Optional.empty();
            case DATETIME -> instant((Long) value);
            case GUID -> Optional.of(((UUID) value).toString());
            case DECIMAL, DYNAMIC -> Optional.empty();
        };
    }

    private static Optional<Object> instant(long ticks) {
        return Optional.of(ticks < FIRST_INSTANT || ticks > LAST_INSTANT ? NEVER : DateTimes.format(ticks));
    }

    /** A place inside a dynamic value, compared as it is. */
    private static Optional<Object> ofDynamic(Object value, ScalarType stored) {
        return switch (value) {
            case Long number when stored == ScalarType.LONG -> Optional.of(number);
            case Boolean truth when stored == ScalarType.BOOL -> Optional.of(truth);
            case String text when stored == ScalarType.STRING && !text.isEmpty() -> Optional.of(text);
            default -> Optional.empty();
        };
    }

    /** {@code tostring(path) == text} where the path holds numbers or truth values. */
    private static Optional<Object> ofText(String text, ScalarType stored) {
        return switch (stored) {
            case LONG, INT -> Optional.of(wholeNumber(text));
            case BOOL -> Optional.empty();
            case REAL, DATETIME, TIMESPAN, GUID, DECIMAL, DYNAMIC, STRING -> Optional.empty();
        };
    }

    /** Only the text that {@code tostring} would give counts: {@code "007"} equals no number. */
    private static Object wholeNumber(String text) {
        try {
            long number = Long.parseLong(text);
            return Long.toString(number).equals(text) ? (Object) number : NEVER;
        } catch (NumberFormatException notANumber) {
            return NEVER;
        }
    }

    /** Whether a lower bound lets every indexed value pass. */
    static boolean isBeforeAll(Object bound, ScalarType stored) {
        return stored == ScalarType.DATETIME && bound instanceof Long ticks && ticks < FIRST_INSTANT;
    }

    /** The bound of a range; empty if the index does not order as KQL does. */
    static Optional<Object> bound(Object value, ScalarType wanted, ScalarType stored) {
        boolean whole = stored == ScalarType.LONG || stored == ScalarType.INT;
        if (wanted == ScalarType.DYNAMIC) {
            return Optional.empty();
        }
        if (wanted == ScalarType.REAL && (whole || stored == ScalarType.REAL)) {
            double number = (Double) value;
            boolean exact = Double.isFinite(number) && (stored == ScalarType.REAL || Math.abs(number) < EXACT_WHOLE);
            return exact ? Optional.of(value) : Optional.empty();
        }
        if (wanted == ScalarType.LONG && whole || wanted == stored && stored == ScalarType.INT
                || wanted == ScalarType.TIMESPAN && stored == ScalarType.TIMESPAN) {
            return Optional.of(value);
        }
        if (wanted == ScalarType.DATETIME && stored == ScalarType.DATETIME) {
            long ticks = Math.clamp((Long) value, FIRST_INSTANT, LAST_INSTANT);
            return Optional.of(DateTimes.format(ticks));
        }
        return Optional.empty();
    }
}

package dev.harrier.search;

import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.ScalarType;
import java.util.Optional;
import java.util.UUID;

/** Values of a query in the form in which the index holds them. */
final class StoredValues {
    /** Stands for a value that no document can have, such as text where the index has a number. */
    static final Object NEVER = new Object();
    /** Stands for a bound that every indexed value meets. */
    static final Object ALWAYS = new Object();
    /** Up to here every whole number has a {@code double} of its own. */
    private static final long EXACT_WHOLE = 1L << 53;
    private static final long FIRST_INSTANT = DateTimes.UNIX_EPOCH;
    private static final long LAST_INSTANT = DateTimes.fromEpochNanos(Long.MAX_VALUE);

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
            case STRING, BOOL, LONG, TIMESPAN -> Optional.of(value);
            case INT -> Optional.of((Long) value == (int) (long) (Long) value ? value : NEVER);
            case REAL -> Optional.of(Double.isFinite((Double) value) ? value : NEVER);
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

    /**
     * The bound of a range; {@link #ALWAYS} or {@link #NEVER} if it lies beyond what the field can hold; empty if the
     * index does not order as KQL does.
     */
    static Optional<Object> bound(Object value, boolean low, boolean inclusive, ScalarType wanted, ScalarType stored) {
        return switch (stored) {
            case LONG, INT -> wholeBound(value, low, wanted, stored);
            case REAL -> wanted == ScalarType.REAL ? realBound((Double) value, low, inclusive) : Optional.empty();
            case TIMESPAN -> wanted == ScalarType.TIMESPAN ? Optional.of(value) : Optional.empty();
            case DATETIME -> wanted == ScalarType.DATETIME
                    ? Optional.of(beyond((Long) value, FIRST_INSTANT, LAST_INSTANT, low)
                            .orElseGet(() -> DateTimes.format((Long) value)))
                    : Optional.empty();
            case STRING, BOOL, GUID, DECIMAL, DYNAMIC -> Optional.empty();
        };
    }

    private static Optional<Object> wholeBound(Object value, boolean low, ScalarType wanted, ScalarType stored) {
        if (wanted == ScalarType.REAL) {
            double number = (Double) value;
            boolean exact = Math.abs(number) < (stored == ScalarType.INT ? Integer.MAX_VALUE : EXACT_WHOLE);
            return exact ? Optional.of(value) : Optional.empty();
        }
        // A long read as an int wraps around.
        if (wanted != ScalarType.LONG && wanted != stored) {
            return Optional.empty();
        }
        return Optional.of(stored == ScalarType.LONG
                ? value
                : beyond((Long) value, Integer.MIN_VALUE, Integer.MAX_VALUE, low).orElse(value));
    }

    /** The index has minus zero before zero, for the language they are one. */
    private static Optional<Object> realBound(double value, boolean low, boolean inclusive) {
        if (!Double.isFinite(value)) {
            return Optional.empty();
        }
        return Optional.of(value != 0 ? value : low == inclusive ? -0.0 : 0.0);
    }

    private static Optional<Object> beyond(long value, long first, long last, boolean low) {
        if (value < first) {
            return Optional.of(low ? ALWAYS : NEVER);
        }
        return value > last ? Optional.of(low ? NEVER : ALWAYS) : Optional.empty();
    }
}

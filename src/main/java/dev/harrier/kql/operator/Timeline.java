package dev.harrier.kql.operator;

import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.type.Bins;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.ScalarType;
import java.util.Map;
import java.util.Optional;

/**
 * The stretch that a plugin looks at, and its bins: of one length counted from the start, or weeks, months or years of
 * the calendar. All numbers are of the column's type: ticks, or the numbers themselves.
 *
 * @param end belongs to the stretch
 * @param step {@code 0} for a calendar unit
 */
record Timeline(Column column, long start, long end, long step, Optional<DateTimes.Unit> unit) {
    private static final Map<String, DateTimes.Unit> UNITS = Map.of("week", DateTimes.Unit.WEEK, "month",
            DateTimes.Unit.MONTH, "year", DateTimes.Unit.YEAR);

    /** Reads the column, start, end and bin of a plugin from these positions. */
    static Timeline of(PluginCall call, int column, int start, int end, int bin) {
        Column own = column(call, column);
        if (own == null) {
            return null;
        }
        long first = point(call, start, own);
        long last = point(call, end, own);
        Literal step = call.constant(bin);
        if (step != null && step.value() instanceof String word) {
            Optional<DateTimes.Unit> unit = Optional.ofNullable(UNITS.get(word));
            if (unit.isEmpty() || own.type() != ScalarType.DATETIME) {
                call.fail(Codes.EXPECTED_WORD, call.argument(bin).span(), "expected week, month or year, for a column"
                        + " of type datetime, or a length");
            }
            return new Timeline(own, first, last, 0, unit);
        }
        return new Timeline(own, first, last, step == null ? 1 : length(call, bin, own), Optional.empty());
    }

    /** A column that can be a timeline; {@code null}, and said, if it is none. */
    static Column column(PluginCall call, int position) {
        Column column = call.column(position);
        if (column == null) {
            return null;
        }
        return switch (column.type()) {
            case DATETIME, TIMESPAN, INT, LONG -> column;
            case REAL, DECIMAL -> {
                call.refuse(call.argument(position).span(), "a timeline of type " + column.type(),
                        "use a datetime, a timespan or a whole number");
                yield null;
            }
            case BOOL, STRING, GUID, DYNAMIC -> {
                call.fail(Codes.SUMMABLE_EXPECTED, call.argument(position).span(),
                        "expected a column of points in time or numbers");
                yield null;
            }
        };
    }

    private static long point(PluginCall call, int position, Column column) {
        return constant(call, position, column.type());
    }

    /** A constant distance on the timeline, greater than nothing. */
    static long length(PluginCall call, int position, Column column) {
        long length = constant(call, position,
                column.type() == ScalarType.DATETIME ? ScalarType.TIMESPAN : column.type());
        if (!call.failed() && length <= 0) {
            call.fail(Codes.BAD_CONSTANT, call.argument(position).span(), "expected a length greater than 0");
        }
        return Math.max(1, length);
    }

    private static long constant(PluginCall call, int position, ScalarType type) {
        Literal literal = call.constant(position);
        if (literal == null) {
            return 0;
        }
        boolean whole = type == ScalarType.INT || type == ScalarType.LONG;
        boolean fits = literal.type() == type
                || whole && (literal.type() == ScalarType.INT || literal.type() == ScalarType.LONG);
        if (!fits) {
            call.fail(Codes.TYPE_EXPECTED, call.argument(position).span(),
                    "expected a " + type + ", for the timeline is"
                            + " such a column, not a " + literal.type());
            return 0;
        }
        return (Long) literal.value();
    }

    boolean contains(long point) {
        return point >= start && point <= end;
    }

    /** Where the bin begins that contains the point. */
    long bin(long point) {
        return unit.isPresent()
                ? DateTimes.startOf(unit.get(), point, 0).orElse(point)
                : Bins.binAt(point, step, start).orElse(point);
    }

    /** Where the bin after the one that begins here begins. */
    long next(long bin) {
        return unit.isPresent()
                ? DateTimes.startOf(unit.get(), bin, 1).orElse(Long.MAX_VALUE)
                : saturated(bin, step);
    }

    /** The sum, or the greatest number if that is beyond it. */
    static long saturated(long left, long right) {
        long sum = left + right;
        return right >= 0 && sum < left ? Long.MAX_VALUE : right < 0 && sum > left ? Long.MIN_VALUE : sum;
    }
}

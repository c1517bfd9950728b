package dev.harrier.kql.operator;

import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The points of a series, and the values at them.
 *
 * @param type of the points: a time, a duration or a number
 * @param inclusive whether the end is a point if the steps meet it
 */
record SeriesAxis(ScalarType type, boolean inclusive, SourceSpan span) {
    private static final int MOST_POINTS = 1 << 20;

    /**
     * @param bins where there is data, in any order; from {@link ScalarType#DYNAMIC} elements
     * @param from the first point; {@code null} for the first bin
     * @param to the end; {@code null} for the last bin, which then is a point
     * @return an array of points; null if the step is not above zero
     */
    Dynamic.Array points(Dynamic.Array bins, Object from, Object to, Object step) {
        if (type == ScalarType.REAL || type == ScalarType.DECIMAL) {
            return reals(bins, real(from), real(to), real(step));
        }
        return wholes(bins, (Long) from, (Long) to, (Long) step);
    }

    private Dynamic.Array wholes(Dynamic.Array bins, Long from, Long to, Long step) {
        if (step == null || step <= 0) {
            return null;
        }
        long first = from == null ? Long.MAX_VALUE : from;
        long last = to == null ? Long.MIN_VALUE : to;
        for (Dynamic bin : bins.elements()) {
            long value = (Long) Dynamics.scalar(bin);
            first = from == null ? Math.min(first, value) : first;
            last = to == null ? Math.max(last, value) : last;
        }
        boolean withLast = inclusive || to == null;
        List<Dynamic> points = new ArrayList<>();
        for (long point = first; withLast ? point <= last : point < last; point += step) {
            add(points, Dynamics.of(type, point));
            if (point > Long.MAX_VALUE - step) {
                break;
            }
        }
        return new Dynamic.Array(points);
    }

    private Dynamic.Array reals(Dynamic.Array bins, Double from, Double to, Double step) {
        if (step == null || !(step > 0)) {
            return null;
        }
        double first = from == null ? Double.POSITIVE_INFINITY : from;
        double last = to == null ? Double.NEGATIVE_INFINITY : to;
        for (Dynamic bin : bins.elements()) {
            double value = Dynamics.number(bin).doubleValue();
            first = from == null ? Math.min(first, value) : first;
            last = to == null ? Math.max(last, value) : last;
        }
        boolean withLast = inclusive || to == null;
        List<Dynamic> points = new ArrayList<>();
        for (long i = 0;; i++) {
            double point = first + i * step;
            boolean before = withLast ? point <= last + step / 1e6 : point < last;
            if (!before) {
                return new Dynamic.Array(points);
            }
            add(points, new Dynamic.Real(point));
        }
    }

    private void add(List<Dynamic> points, Dynamic point) {
        if (points.size() == MOST_POINTS) {
            throw new QueryFailure.LimitExceeded("E_RUNAWAY_QUERY",
                    "a series has more than " + MOST_POINTS + " points; take longer steps", "make-series", span);
        }
        points.add(point);
    }

    /** The value at each point; the default where no bin is at it. */
    Dynamic.Array values(Dynamic.Array points, Dynamic.Array bins, Dynamic.Array values, Object step,
            Dynamic defaultValue) {
        if (points.elements().isEmpty()) {
            return points;
        }
        List<Dynamic> spread = new ArrayList<>(Collections.nCopies(points.elements().size(), defaultValue));
        Map<Object, Integer> positions = new HashMap<>();
        for (int i = 0; i < spread.size(); i++) {
            positions.put(Dynamics.scalar(points.elements().get(i)), i);
        }
        boolean real = type == ScalarType.REAL || type == ScalarType.DECIMAL;
        for (int i = 0; i < bins.elements().size(); i++) {
            Dynamic bin = bins.elements().get(i);
            Integer position = real ? nearest(points, bin, real(step)) : positions.get(Dynamics.scalar(bin));
            if (position != null && position >= 0 && position < spread.size()) {
                spread.set(position, values.elements().get(i));
            }
        }
        return new Dynamic.Array(spread);
    }

    /** Points are sums of rounded steps, so a bin need not equal its point to the last digit. */
    private static int nearest(Dynamic.Array points, Dynamic bin, double step) {
        double first = Dynamics.number(points.elements().getFirst()).doubleValue();
        return (int) Math.round((Dynamics.number(bin).doubleValue() - first) / step);
    }

    private static Double real(Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal decimal -> decimal.doubleValue();
            case Number number -> number.doubleValue();
            default -> null;
        };
    }
}

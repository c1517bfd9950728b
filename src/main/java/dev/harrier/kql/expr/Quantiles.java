package dev.harrier.kql.expr;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Percentiles by nearest rank: the least value that at least the wanted share of the weight does not exceed. Exact;
 * keeps the distinct values with their weights.
 */
public final class Quantiles {
    private static final double HUNDRED = 100;
    private static final long BYTES_PER_VALUE = 72;
    private final ScalarType type;
    private final Map<Object, Long> weights = new HashMap<>();
    private List<Object> sorted;
    private long total;

    public Quantiles(ScalarType type) {
        this.type = type;
    }

    /** Takes a value in, this many times; nulls do not count. */
    public void add(Object value, long weight) {
        if (value != null && weight > 0) {
            weights.merge(value, weight, Long::sum);
            total += weight;
            sorted = null;
        }
    }

    /** The value at this percentage, from 0 to 100; null if no value was taken in. */
    public Object at(double percent) {
        if (total == 0) {
            return null;
        }
        if (sorted == null) {
            sorted = new ArrayList<>(weights.keySet());
            sorted.sort((left, right) -> Values.compare(type, left, right));
        }
        long rank = Math.max(1, (long) Math.ceil(percent / HUNDRED * total));
        long seen = 0;
        for (Object value : sorted) {
            seen += weights.get(value);
            if (seen >= rank) {
                return value;
            }
        }
        return sorted.getLast();
    }

    public long bytes() {
        return BYTES_PER_VALUE * weights.size();
    }
}

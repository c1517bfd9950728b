package dev.harrier.kql.expr;

import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import java.util.HashSet;
import java.util.Set;
import org.apache.datasketches.hll.HllSketch;
import org.apache.datasketches.hll.TgtHllType;

/**
 * Counts distinct values: exactly up to a number that the accuracy sets, by HyperLogLog beyond. The answer depends on
 * the set of values only, not on their order or repetition, so that a storage and the local executor agree.
 */
public final class DistinctCounter {
    /** The accuracy that stands for an exact count, whatever the number. */
    public static final int EXACT = -1;
    /** Relative errors of 1.6, 0.8, 0.4, 0.28 and 0.2 per cent (one sigma). */
    private static final int[] LOG_REGISTERS = {12, 14, 16, 17, 18};
    private static final int[] EXACT_UP_TO = {250, 1_000, 8_000, 16_000, 32_000};
    private static final long BYTES_PER_VALUE = 64;
    private static final long BYTES_PER_CHARACTER = 2;

    private final int accuracy;
    private Set<Object> values = new HashSet<>();
    private long valueBytes;
    private HllSketch sketch;

    /** @param accuracy 0 to 4, or {@link #EXACT} */
    public DistinctCounter(int accuracy) {
        if (accuracy < EXACT || accuracy >= LOG_REGISTERS.length) {
            throw new IllegalArgumentException("accuracy is 0 to 4");
        }
        this.accuracy = accuracy;
    }

    /** Takes a value in; nulls are not counted. All values given to one counter are of one type. */
    public void add(Object value) {
        if (value == null) {
            return;
        }
        Object key = switch (value) {
            case Dynamic dynamic -> DynamicJson.write(dynamic);
            // Minus zero is zero.
            case Double real -> real + 0.0;
            default -> value;
        };
        if (sketch != null) {
            update(sketch, key);
        } else if (values.add(key)) {
            valueBytes += BYTES_PER_VALUE + (key instanceof String text ? BYTES_PER_CHARACTER * text.length() : 0);
            if (accuracy != EXACT && values.size() > EXACT_UP_TO[accuracy]) {
                startSketch();
            }
        }
    }

    private void startSketch() {
        sketch = new HllSketch(LOG_REGISTERS[accuracy], TgtHllType.HLL_8);
        values.forEach(value -> update(sketch, value));
        values = Set.of();
        valueBytes = 0;
    }

    private static void update(HllSketch sketch, Object key) {
        switch (key) {
            case Long number -> sketch.update(number);
            case Double number -> sketch.update(number);
            default -> sketch.update(key.toString());
        }
    }

    /** The number of distinct values taken in. The composite estimate does not depend on their order. */
    public long count() {
        return sketch == null ? values.size() : Math.round(sketch.getCompositeEstimate());
    }

    public long bytes() {
        return sketch == null ? BYTES_PER_VALUE + valueBytes : 1L << LOG_REGISTERS[accuracy];
    }
}

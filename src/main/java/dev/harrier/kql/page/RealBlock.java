package dev.harrier.kql.page;

import dev.harrier.kql.type.ScalarType;
import java.util.BitSet;

/**
 * Floating-point numbers; NaN is a value, not a null.
 *
 * @param nulls the rows that are null, or {@code null} if none is
 */
public record RealBlock(double[] values, BitSet nulls, int size) implements Block {
    @Override
    public ScalarType type() {
        return ScalarType.REAL;
    }

    @Override
    public boolean isNull(int row) {
        return nulls != null && nulls.get(row);
    }

    @Override
    public Object get(int row) {
        return isNull(row) ? null : (Object) values[row];
    }

    @Override
    public Block select(int[] rows, int count) {
        double[] selected = new double[count];
        BitSet selectedNulls = new BitSet();
        for (int i = 0; i < count; i++) {
            if (rows[i] < 0 || isNull(rows[i])) {
                selectedNulls.set(i);
            } else {
                selected[i] = values[rows[i]];
            }
        }
        return new RealBlock(selected, selectedNulls.isEmpty() ? null : selectedNulls, count);
    }

    @Override
    public long bytes() {
        return 16L + 8L * values.length + (nulls == null ? 0 : nulls.size() / 8);
    }
}

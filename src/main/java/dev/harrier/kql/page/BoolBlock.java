package dev.harrier.kql.page;

import dev.harrier.kql.type.ScalarType;
import java.util.BitSet;

/**
 * Truth values.
 *
 * @param values the rows that are true
 * @param nulls the rows that are null, or {@code null} if none is
 */
public record BoolBlock(BitSet values, BitSet nulls, int size) implements Block {
    @Override
    public ScalarType type() {
        return ScalarType.BOOL;
    }

    @Override
    public boolean isNull(int row) {
        return nulls != null && nulls.get(row);
    }

    /** Whether the row passes a filter: true, and not null. */
    public boolean isTrue(int row) {
        return values.get(row) && !isNull(row);
    }

    @Override
    public Object get(int row) {
        return isNull(row) ? null : (Object) values.get(row);
    }

    @Override
    public Block select(int[] rows, int count) {
        BitSet selected = new BitSet();
        BitSet selectedNulls = new BitSet();
        for (int i = 0; i < count; i++) {
            if (rows[i] < 0 || isNull(rows[i])) {
                selectedNulls.set(i);
            } else if (values.get(rows[i])) {
                selected.set(i);
            }
        }
        return new BoolBlock(selected, selectedNulls.isEmpty() ? null : selectedNulls, count);
    }

    @Override
    public long bytes() {
        return 32L + values.size() / 8 + (nulls == null ? 0 : nulls.size() / 8);
    }
}

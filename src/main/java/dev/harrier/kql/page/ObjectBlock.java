package dev.harrier.kql.page;

import dev.harrier.kql.type.ScalarType;

/**
 * Values without a primitive form: {@code decimal}, {@code guid}, {@code dynamic}.
 *
 * @param values one entry per row, {@code null} for the type's null
 * @param valueBytes bytes held by the values, estimated
 */
public record ObjectBlock(ScalarType type, Object[] values, int size, long valueBytes) implements Block {
    public ObjectBlock {
        if (type != ScalarType.DECIMAL && type != ScalarType.GUID && type != ScalarType.DYNAMIC) {
            throw new IllegalArgumentException("not an object type: " + type);
        }
    }

    @Override
    public boolean isNull(int row) {
        return values[row] == null;
    }

    @Override
    public Object get(int row) {
        return values[row];
    }

    @Override
    public Block select(int[] rows, int count) {
        Object[] selected = new Object[count];
        for (int i = 0; i < count; i++) {
            selected[i] = rows[i] < 0 ? null : values[rows[i]];
        }
        long share = size == 0 ? 0 : valueBytes * count / size;
        return new ObjectBlock(type, selected, count, share);
    }

    @Override
    public long bytes() {
        return 24L + 8L * values.length + valueBytes;
    }
}

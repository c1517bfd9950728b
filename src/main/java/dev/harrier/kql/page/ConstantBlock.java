package dev.harrier.kql.page;

import dev.harrier.kql.type.ScalarType;

/**
 * One value for every row.
 *
 * @param value in the form that {@link ScalarType} documents, {@code null} for the type's null
 */
public record ConstantBlock(ScalarType type, Object value, int size) implements Block {
    public ConstantBlock {
        if (type == ScalarType.STRING && value == null) {
            throw new IllegalArgumentException("a string is never null");
        }
    }

    @Override
    public boolean isNull(int row) {
        return value == null;
    }

    @Override
    public Object get(int row) {
        return value;
    }

    @Override
    public Block select(int[] rows, int count) {
        if (value == null || !anyNegative(rows, count)) {
            return new ConstantBlock(type, value, count);
        }
        BlockBuilder builder = BlockBuilder.of(type, count);
        for (int i = 0; i < count; i++) {
            builder.append(rows[i] < 0 ? null : value);
        }
        return builder.build();
    }

    @Override
    public long bytes() {
        return 64;
    }

    private static boolean anyNegative(int[] rows, int count) {
        for (int i = 0; i < count; i++) {
            if (rows[i] < 0) {
                return true;
            }
        }
        return false;
    }
}

package dev.harrier.kql.page;

import dev.harrier.kql.type.ScalarType;

/** One column of a page: {@link #size()} values of one type, immutable. */
public sealed interface Block permits LongBlock, RealBlock, BoolBlock, StringBlock, ObjectBlock, ConstantBlock {

    ScalarType type();

    int size();

    boolean isNull(int row);

    /** The value in the form that {@link ScalarType} documents; {@code null} where {@link #isNull}. */
    Object get(int row);

    /** The rows at these positions, in this order; a negative position yields the type's null. */
    Block select(int[] rows, int count);

    /** Bytes held, estimated: what a budget is charged. */
    long bytes();
}

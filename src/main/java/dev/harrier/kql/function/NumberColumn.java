package dev.harrier.kql.function;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BoolBlock;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.LongBlock;
import dev.harrier.kql.page.ObjectBlock;
import dev.harrier.kql.page.RealBlock;
import dev.harrier.kql.page.StringBlock;
import java.util.BitSet;

/** A block seen as primitive values: a constant is one value with mask 0, a column all of them with mask -1. */
final class NumberColumn {
    private static final int ALL = -1;
    private static final int FIRST = 0;

    /** Either may be null, the other is set. */
    private final long[] longs;
    private final double[] reals;
    private final int mask;
    private final BitSet nulls;
    private final boolean allNull;

    private NumberColumn(long[] longs, double[] reals, int mask, BitSet nulls, boolean allNull) {
        this.longs = longs;
        this.reals = reals;
        this.mask = mask;
        this.nulls = nulls;
        this.allNull = allNull;
    }

    /** The values as {@code long}; booleans are 0 and 1. For blocks of whole numbers, ticks and booleans. */
    static NumberColumn ofLongs(Block block) {
        return switch (block) {
            case LongBlock column -> new NumberColumn(column.values(), null, ALL, column.nulls(), false);
            case BoolBlock column -> new NumberColumn(zeroOrOne(column), null, ALL, column.nulls(), false);
            case ConstantBlock constant ->
                new NumberColumn(new long[]{longOf(constant.value())}, null, FIRST, null, constant.value() == null);
            case RealBlock column -> throw notANumber(column);
            case StringBlock column -> throw notANumber(column);
            case ObjectBlock column -> throw notANumber(column);
        };
    }

    /** The values as {@code double}. For blocks of whole numbers, reals and booleans. */
    static NumberColumn ofReals(Block block) {
        return switch (block) {
            case RealBlock column -> new NumberColumn(null, column.values(), ALL, column.nulls(), false);
            case LongBlock column -> new NumberColumn(null, widened(column.values()), ALL, column.nulls(), false);
            case BoolBlock column -> new NumberColumn(null, widened(zeroOrOne(column)), ALL, column.nulls(), false);
            case ConstantBlock constant -> new NumberColumn(null, new double[]{realOf(constant.value())}, FIRST, null,
                    constant.value() == null);
            case StringBlock column -> throw notANumber(column);
            case ObjectBlock column -> throw notANumber(column);
        };
    }

    private static IllegalArgumentException notANumber(Block block) {
        return new IllegalArgumentException("not primitive: " + block.type());
    }

    private static long[] zeroOrOne(BoolBlock column) {
        long[] values = new long[column.size()];
        for (int row = column.values().nextSetBit(0); row >= 0 && row < values.length; row = column.values()
                .nextSetBit(row + 1)) {
            values[row] = 1;
        }
        return values;
    }

    private static double[] widened(long[] values) {
        double[] reals = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            reals[row] = values[row];
        }
        return reals;
    }

    private static long longOf(Object value) {
        return switch (value) {
            case null -> 0;
            case Boolean bool -> bool ? 1 : 0;
            default -> ((Number) value).longValue();
        };
    }

    private static double realOf(Object value) {
        return switch (value) {
            case null -> 0;
            case Boolean bool -> bool ? 1 : 0;
            default -> ((Number) value).doubleValue();
        };
    }

    long longAt(int row) {
        return longs[row & mask];
    }

    double realAt(int row) {
        return reals[row & mask];
    }

    boolean isNull(int row) {
        return allNull || nulls != null && nulls.get(row);
    }

    /** Whether no row is null, so that nulls need not be asked for. */
    boolean isComplete() {
        return !allNull && (nulls == null || nulls.isEmpty());
    }

    /** The rows that are null here or there; {@code null} if none is. */
    static BitSet nullsOfEither(NumberColumn left, NumberColumn right, int rows) {
        if (left.isComplete() && right.isComplete()) {
            return null;
        }
        BitSet either = new BitSet(rows);
        left.addNulls(either, rows);
        right.addNulls(either, rows);
        return either;
    }

    void addNulls(BitSet target, int rows) {
        if (allNull) {
            target.set(0, rows);
        } else if (nulls != null) {
            target.or(nulls);
        }
    }
}

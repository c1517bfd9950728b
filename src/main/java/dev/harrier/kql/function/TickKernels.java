package dev.harrier.kql.function;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.LongBlock;
import dev.harrier.kql.type.ScalarType;
import java.util.BitSet;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/** Kernels over columns of ticks, without boxing. */
final class TickKernels {
    private TickKernels() {}

    /** Of one column of ticks and, where it is given, one of whole numbers. */
    @FunctionalInterface
    interface Moved {
        OptionalLong apply(long ticks, long offset);
    }

    static Kernel of(ScalarType result, LongUnaryOperator function) {
        return (Kernel.PerBlock) (arguments, rows) -> {
            NumberColumn ticks = NumberColumn.ofLongs(arguments[0]);
            long[] values = new long[rows];
            BitSet nulls = null;
            if (!ticks.isComplete()) {
                nulls = new BitSet();
                ticks.addNulls(nulls, rows);
            }
            for (int row = 0; row < rows; row++) {
                values[row] = function.applyAsLong(ticks.longAt(row));
            }
            return new LongBlock(result, values, nulls, rows);
        };
    }

    /** The second argument is 0 if it is left out. */
    static Kernel moved(ScalarType result, Moved function) {
        return (Kernel.PerBlock) (arguments, rows) -> moved(result, function, arguments, rows);
    }

    private static Block moved(ScalarType result, Moved function, Block[] arguments, int rows) {
        NumberColumn ticks = NumberColumn.ofLongs(arguments[0]);
        NumberColumn offsets = arguments.length > 1 ? NumberColumn.ofLongs(arguments[1]) : null;
        long[] values = new long[rows];
        BitSet nulls = new BitSet();
        for (int row = 0; row < rows; row++) {
            boolean missing = ticks.isNull(row) || offsets != null && offsets.isNull(row);
            OptionalLong value = missing
                    ? OptionalLong.empty()
                    : function.apply(ticks.longAt(row), offsets == null ? 0 : offsets.longAt(row));
            if (value.isPresent()) {
                values[row] = value.getAsLong();
            } else {
                nulls.set(row);
            }
        }
        return new LongBlock(result, values, nulls.isEmpty() ? null : nulls, rows);
    }
}

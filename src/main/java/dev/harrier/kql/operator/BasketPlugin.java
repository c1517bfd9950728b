package dev.harrier.kql.operator;

import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.operator.PatternCall.Found;
import dev.harrier.kql.syntax.OperatorSyntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * {@code basket(threshold, weight, dimensions, wildcards…)}: the values that often come together. All combinations of at
 * most so many values that enough rows have; not one to which a value can be added without losing rows. The
 * real engine looks at a sample of the rows, and tells nothing about the order of its patterns; ours are ordered by their
 * weight, then by the number of their values, then by columns.
 */
final class BasketPlugin implements Plugin {
    private static final long BYTES_OF_PATTERN = 96;
    /** The documentation says 0.015, but published rules ask for 0.01. */
    private static final double LEAST_SHARE = 0.01;

    @Override
    public String name() {
        return "basket";
    }

    @Override
    public Rows bind(OperatorSyntax.Evaluate syntax, Rows input, BindContext context) {
        PatternCall call = new PatternCall(syntax, input, context);
        double threshold = call.share(LEAST_SHARE, 1, 0.05);
        int most = (int) call.number(1, 100, 5);
        return call.bind(threshold, (table, result) -> {
            List<Found> found = new ArrayList<>();
            BitSet all = new BitSet();
            all.set(0, table.rows());
            int[] pattern = new int[table.dimensions()];
            Arrays.fill(pattern, PatternTable.NONE);
            new Search(table, threshold * table.total(), most, found, result).extend(pattern, 0, all, 0);
            found.sort(Comparator.comparingDouble(Found::weight).reversed()
                    .thenComparing(one -> -size(one.pattern())));
            return found;
        });
    }

    private static int size(int[] pattern) {
        return (int) Arrays.stream(pattern).filter(id -> id != PatternTable.NONE).count();
    }

    /** Adds values column by column as long as enough rows have them all. */
    private record Search(PatternTable table, double least, int most, List<Found> found, HeldRows.Result result) {

        void extend(int[] pattern, int from, BitSet rows, int size) {
            for (int column = from; column < table.dimensions() && size < most; column++) {
                result.check();
                for (int id = 0; id < table.values(column); id++) {
                    BitSet fitting = fitting(rows, column, id);
                    double weight = weight(fitting);
                    if (weight >= least && weight > 0) {
                        int[] longer = pattern.clone();
                        longer[column] = id;
                        if (size + 1 == most || isClosed(longer, fitting)) {
                            result.charge(BYTES_OF_PATTERN + 4L * longer.length);
                            found.add(new Found(longer, weight));
                        }
                        extend(longer, column + 1, fitting, size + 1);
                    }
                }
            }
        }

        private BitSet fitting(BitSet rows, int column, int id) {
            BitSet fitting = new BitSet(rows.length());
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                if (table.row(row)[column] == id) {
                    fitting.set(row);
                }
            }
            return fitting;
        }

        private double weight(BitSet rows) {
            return rows.stream().mapToDouble(table::weight).sum();
        }

        /** Whether no other column has one value in all these rows. */
        private boolean isClosed(int[] pattern, BitSet rows) {
            int[] first = table.row(rows.nextSetBit(0));
            for (int column = 0; column < pattern.length; column++) {
                int id = first[column];
                int at = column;
                if (pattern[column] == PatternTable.NONE && id != PatternTable.NONE
                        && rows.stream().allMatch(row -> table.row(row)[at] == id)) {
                    return false;
                }
            }
            return true;
        }
    }
}

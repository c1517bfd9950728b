package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.LONG;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.LongBlock;
import java.util.Arrays;
import java.util.List;

/** {@code count countif}. A null condition does not count; {@code count(x)} counts rows, those without a value too. */
final class CountAggregates {
    private CountAggregates() {}

    static List<AggregateFunction> all() {
        return List.of(
                AggregateFunction.named("count").alias("cnt").summary("Counts the rows.")
                        .example("datatable(x:long)[1, 2, long(null)] | summarize count()", "3")
                        .signature(List.of(Parameter.any("expression").optional()), LONG, site -> new Rows()).build(),
                AggregateFunction.named("countif").summary("Counts the rows for which a condition is true.")
                        .example("datatable(x:long)[1, 2, long(null)] | summarize countif(x > 1)", "1")
                        .signature(List.of(ConditionalAccumulator.parameter()), LONG, site -> new TrueRows()).build());
    }

    /** Counts every row it is given. */
    private static class Rows implements Accumulator {
        private long[] counts = new long[1];

        @Override
        public void add(int[] groups, Block[] arguments, int rows) {
            counts = GroupArrays.grown(counts, GroupArrays.groupsIn(groups, rows));
            count(counts, groups, arguments, rows);
        }

        protected void count(long[] countByGroup, int[] groups, Block[] arguments, int rows) {
            for (int row = 0; row < rows; row++) {
                countByGroup[groups[row]]++;
            }
        }

        @Override
        public List<Block> results(int groupCount) {
            return List.of(new LongBlock(LONG, Arrays.copyOf(counts, groupCount), null, groupCount));
        }

        @Override
        public long bytes() {
            return 8L * counts.length;
        }
    }

    private static final class TrueRows extends Rows {
        @Override
        protected void count(long[] countByGroup, int[] groups, Block[] arguments, int rows) {
            for (int row = 0; row < rows; row++) {
                if (ConditionalAccumulator.isTrue(arguments[0], row)) {
                    countByGroup[groups[row]]++;
                }
            }
        }
    }
}

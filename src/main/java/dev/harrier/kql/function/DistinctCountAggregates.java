package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.GUID;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.DistinctCounter;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.LongBlock;
import dev.harrier.kql.page.StringBlock;
import java.util.BitSet;
import java.util.List;

/** {@code dcount count_distinct} and their {@code …if} forms. Nulls are not counted; without a value the count is 0. */
final class DistinctCountAggregates {
    private static final int DEFAULT_ACCURACY = 1;
    private static final int HIGHEST_ACCURACY = 4;
    /** Up to so many pairs of group and text, those of a page are told apart by a bit each. */
    private static final long MOST_PAIRS = 1 << 22;

    private DistinctCountAggregates() {}

    static List<AggregateFunction> all() {
        Parameter value = Parameter.any("expression");
        Parameter scalar = Parameter.of("expression", BOOL, INT, LONG, REAL, DECIMAL, STRING, DATETIME, TIMESPAN, GUID);
        Parameter accuracy = Parameter.of("accuracy", LONG).asConstant().optional();
        Parameter condition = ConditionalAccumulator.parameter();
        return List.of(
                AggregateFunction.named("dcount")
                        .summary("Counts the distinct values: exactly while they are few, then by an estimate whose"
                                + " accuracy (0 to 4) may be given.")
                        .example("datatable(x:string)['a', 'b', 'a'] | summarize dcount(x)", "2")
                        .signature(List.of(value, accuracy), LONG, DistinctCountAggregates::estimate).build(),
                AggregateFunction.named("dcountif")
                        .summary("Counts the distinct values of the rows for which a condition is true.")
                        .example("datatable(x:long)[1, 2, 2, 3] | summarize dcountif(x, x > 1)", "2")
                        .signature(List.of(value, condition, accuracy), LONG,
                                ConditionalAccumulator.of(DistinctCountAggregates::estimate, 1))
                        .build(),
                AggregateFunction.named("count_distinct").summary("Counts the distinct values exactly.")
                        .example("datatable(x:string)['a', 'b', 'a'] | summarize count_distinct(x)", "2")
                        .signature(List.of(scalar), LONG, site -> new Counters(DistinctCounter.EXACT)).build(),
                AggregateFunction.named("count_distinctif")
                        .summary("Counts the distinct values of the rows for which a condition is true, exactly.")
                        .example("datatable(x:long)[1, 2, 2, 3] | summarize count_distinctif(x, x > 1)", "2")
                        .signature(List.of(scalar, condition), LONG,
                                ConditionalAccumulator.of(site -> new Counters(DistinctCounter.EXACT), 1))
                        .build());
    }

    private static Accumulator estimate(Kernel.Site site) {
        long accuracy = site.constant(1) instanceof Long given ? given : DEFAULT_ACCURACY;
        return new Counters((int) Math.clamp(accuracy, 0, HIGHEST_ACCURACY));
    }

    private static final class Counters implements Accumulator {
        private final int accuracy;
        private DistinctCounter[] counters = new DistinctCounter[1];

        private Counters(int accuracy) {
            this.accuracy = accuracy;
        }

        @Override
        public void add(int[] groups, Block[] arguments, int rows) {
            int room = GroupArrays.groupsIn(groups, rows);
            counters = GroupArrays.grown(counters, room);
            if (arguments[0] instanceof StringBlock strings
                    && (long) room * strings.dictionary().length <= MOST_PAIRS) {
                addTexts(groups, strings, rows);
                return;
            }
            for (int row = 0; row < rows; row++) {
                counter(groups[row]).add(arguments[0].get(row));
            }
        }

        /** Takes each text of the page's dictionary once per group. */
        private void addTexts(int[] groups, StringBlock strings, int rows) {
            String[] dictionary = strings.dictionary();
            int[] ids = strings.ids();
            BitSet taken = new BitSet();
            for (int row = 0; row < rows; row++) {
                int pair = groups[row] * dictionary.length + ids[row];
                if (!taken.get(pair)) {
                    taken.set(pair);
                    counter(groups[row]).add(dictionary[ids[row]]);
                }
            }
        }

        private DistinctCounter counter(int group) {
            DistinctCounter counter = counters[group];
            if (counter == null) {
                counter = new DistinctCounter(accuracy);
                counters[group] = counter;
            }
            return counter;
        }

        @Override
        public List<Block> results(int groupCount) {
            long[] counts = new long[groupCount];
            for (int group = 0; group < Math.min(groupCount, counters.length); group++) {
                counts[group] = counters[group] == null ? 0 : counters[group].count();
            }
            return List.of(new LongBlock(LONG, counts, null, groupCount));
        }

        @Override
        public long bytes() {
            long bytes = 8L * counters.length;
            for (DistinctCounter counter : counters) {
                bytes += counter == null ? 0 : counter.bytes();
            }
            return bytes;
        }
    }
}

package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.ResultTypes;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.LongBlock;
import dev.harrier.kql.page.RealBlock;
import dev.harrier.kql.type.Arithmetic;
import dev.harrier.kql.type.ScalarType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * {@code sum avg} and their {@code …if} forms. Nulls are left out; without a value the sum is 0, the average NaN, or null
 * for decimals and times. NaN makes both NaN. Sums of {@code long} wrap around, as the engine's do.
 */
final class SumAggregates {
    private static final Parameter SUMMABLE = Parameter.of("expression", INT, LONG, REAL, DECIMAL, TIMESPAN);
    private static final Parameter AVERAGED = Parameter.of("expression", INT, LONG, REAL, DECIMAL, TIMESPAN, DATETIME);
    private static final ResultTypes SUM = types -> List.of(types.getFirst() == INT ? LONG : types.getFirst());
    private static final ResultTypes AVERAGE = types -> List
            .of(types.getFirst() == INT || types.getFirst() == LONG ? REAL : types.getFirst());

    private SumAggregates() {}

    static List<AggregateFunction> all() {
        Parameter condition = ConditionalAccumulator.parameter();
        return List.of(
                AggregateFunction.named("sum").summary("Adds the values that are not null; 0 if there is none.")
                        .example("range x from 1 to 4 step 1 | summarize sum(x)", "10")
                        .signature(List.of(SUMMABLE), SUM, SumAggregates::sum).build(),
                AggregateFunction.named("sumif").summary("Adds the values of the rows for which a condition is true.")
                        .example("range x from 1 to 4 step 1 | summarize sumif(x, x > 2)", "7")
                        .signature(List.of(SUMMABLE, condition), SUM,
                                ConditionalAccumulator.of(SumAggregates::sum, 1))
                        .build(),
                AggregateFunction.named("avg")
                        .summary("The mean of the values that are not null; NaN if there is none.")
                        .example("range x from 1 to 4 step 1 | summarize avg(x)", "2.5")
                        .signature(List.of(AVERAGED), AVERAGE, SumAggregates::average).build(),
                AggregateFunction.named("avgif").summary("The mean over the rows for which a condition is true.")
                        .example("range x from 1 to 4 step 1 | summarize avgif(x, x > 2)", "3.5")
                        .signature(List.of(AVERAGED, condition), AVERAGE,
                                ConditionalAccumulator.of(SumAggregates::average, 1))
                        .build());
    }

    private static Accumulator sum(Kernel.Site site) {
        return switch (site.type(0)) {
            case REAL -> new Reals(false);
            case DECIMAL -> decimals(site, false);
            case INT, LONG, DATETIME, TIMESPAN -> new Longs(site.resultType(), false);
            case BOOL, STRING, GUID, DYNAMIC -> throw new IllegalArgumentException("no sum of " + site.type(0));
        };
    }

    private static Accumulator average(Kernel.Site site) {
        return switch (site.type(0)) {
            case REAL -> new Reals(true);
            case INT, LONG -> new Longs(LONG, true);
            case DECIMAL -> decimals(site, true);
            case DATETIME, TIMESPAN -> new MeanTicks(site.type(0));
            case BOOL, STRING, GUID, DYNAMIC -> throw new IllegalArgumentException("no mean of " + site.type(0));
        };
    }

    private static RealBlock means(double[] sums, long[] counts, int groups) {
        double[] means = new double[groups];
        for (int group = 0; group < groups; group++) {
            means[group] = counts[group] == 0 ? Double.NaN : sums[group] / counts[group];
        }
        return new RealBlock(means, null, groups);
    }

    private static final class Longs implements Accumulator {
        private final ScalarType type;
        private final boolean mean;
        private long[] sums = new long[1];
        private long[] counts = new long[1];

        private Longs(ScalarType type, boolean mean) {
            this.type = type;
            this.mean = mean;
        }

        @Override
        public void add(int[] groups, Block[] arguments, int rows) {
            int room = GroupArrays.groupsIn(groups, rows);
            sums = GroupArrays.grown(sums, room);
            counts = GroupArrays.grown(counts, room);
            NumberColumn column = NumberColumn.ofLongs(arguments[0]);
            boolean complete = column.isComplete();
            for (int row = 0; row < rows; row++) {
                if (complete || !column.isNull(row)) {
                    sums[groups[row]] += column.longAt(row);
                    counts[groups[row]]++;
                }
            }
        }

        @Override
        public List<Block> results(int groupCount) {
            if (!mean) {
                return List.of(new LongBlock(type, Arrays.copyOf(sums, groupCount), null, groupCount));
            }
            double[] reals = new double[groupCount];
            for (int group = 0; group < Math.min(groupCount, sums.length); group++) {
                reals[group] = sums[group];
            }
            return List.of(means(reals, GroupArrays.grown(counts, groupCount), groupCount));
        }

        @Override
        public long bytes() {
            return 16L * sums.length;
        }
    }

    private static final class Reals implements Accumulator {
        private final boolean mean;
        private double[] sums = new double[1];
        private long[] counts = new long[1];

        private Reals(boolean mean) {
            this.mean = mean;
        }

        @Override
        public void add(int[] groups, Block[] arguments, int rows) {
            int room = GroupArrays.groupsIn(groups, rows);
            sums = GroupArrays.grown(sums, room);
            counts = GroupArrays.grown(counts, room);
            NumberColumn column = NumberColumn.ofReals(arguments[0]);
            boolean complete = column.isComplete();
            for (int row = 0; row < rows; row++) {
                if (complete || !column.isNull(row)) {
                    sums[groups[row]] += column.realAt(row);
                    counts[groups[row]]++;
                }
            }
        }

        @Override
        public List<Block> results(int groupCount) {
            return List.of(mean
                    ? means(GroupArrays.grown(sums, groupCount), GroupArrays.grown(counts, groupCount), groupCount)
                    : new RealBlock(Arrays.copyOf(sums, groupCount), null, groupCount));
        }

        @Override
        public long bytes() {
            return 16L * sums.length;
        }
    }

    /** The mean of ticks; the sum of a few points in time is beyond 64 bits, so it is held in two halves. */
    private static final class MeanTicks implements Accumulator {
        private static final int HALF = 32;
        private static final long LOW = 0xFFFF_FFFFL;
        private final ScalarType type;
        private long[] high = new long[1];
        private long[] low = new long[1];
        private long[] counts = new long[1];

        private MeanTicks(ScalarType type) {
            this.type = type;
        }

        @Override
        public void add(int[] groups, Block[] arguments, int rows) {
            int room = GroupArrays.groupsIn(groups, rows);
            high = GroupArrays.grown(high, room);
            low = GroupArrays.grown(low, room);
            counts = GroupArrays.grown(counts, room);
            NumberColumn column = NumberColumn.ofLongs(arguments[0]);
            for (int row = 0; row < rows; row++) {
                if (!column.isNull(row)) {
                    high[groups[row]] += column.longAt(row) >> HALF;
                    low[groups[row]] += column.longAt(row) & LOW;
                    counts[groups[row]]++;
                }
            }
        }

        @Override
        public List<Block> results(int groupCount) {
            long[] means = new long[groupCount];
            BitSet nulls = new BitSet();
            for (int group = 0; group < groupCount; group++) {
                if (group >= counts.length || counts[group] == 0) {
                    nulls.set(group);
                } else {
                    BigInteger sum = BigInteger.valueOf(high[group]).shiftLeft(HALF)
                            .add(BigInteger.valueOf(low[group]));
                    means[group] = sum.divide(BigInteger.valueOf(counts[group])).longValue();
                }
            }
            return List.of(new LongBlock(type, means, nulls.isEmpty() ? null : nulls, groupCount));
        }

        @Override
        public long bytes() {
            return 24L * counts.length;
        }
    }

    private static Accumulator decimals(Kernel.Site site, boolean mean) {
        return Accumulator.perGroup(site, () -> new Accumulator.Group() {
            private BigDecimal sum = BigDecimal.ZERO;
            private long count;

            @Override
            public void add(Object[] arguments) {
                if (arguments[0] != null) {
                    Object next = Arithmetic.evaluate(Arithmetic.Operator.ADD, DECIMAL, sum, DECIMAL, arguments[0]);
                    sum = next == null ? sum : (BigDecimal) next;
                    count++;
                }
            }

            @Override
            public Object result() {
                if (!mean) {
                    return sum;
                }
                return count == 0 ? null : sum.divide(BigDecimal.valueOf(count), MathContext.DECIMAL128);
            }
        });
    }
}

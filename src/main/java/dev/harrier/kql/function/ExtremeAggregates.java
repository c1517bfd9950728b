package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DATETIME;
import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.INT;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.REAL;
import static dev.harrier.kql.type.ScalarType.STRING;
import static dev.harrier.kql.type.ScalarType.TIMESPAN;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.ResultTypes;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.LongBlock;
import dev.harrier.kql.page.RealBlock;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Values;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** {@code min max} and their {@code …if} forms. Nulls are left out; null without a value; NaN makes the result NaN. */
final class ExtremeAggregates {
    /** What can be ordered: not {@code dynamic}, not {@code guid}. */
    static final Parameter ORDERABLE = Parameter.of("expression", INT, LONG, REAL, DECIMAL, DATETIME, TIMESPAN, STRING,
            BOOL);
    private static final ResultTypes SAME = types -> List.of(types.getFirst());

    private ExtremeAggregates() {}

    static List<AggregateFunction> all() {
        Parameter condition = ConditionalAccumulator.parameter();
        return List.of(
                AggregateFunction.named("max").summary("The greatest value; null if there is none.")
                        .example("range x from 1 to 4 step 1 | summarize max(x)", "4")
                        .signature(List.of(ORDERABLE), SAME, site -> extreme(site, true)).build(),
                AggregateFunction.named("min").summary("The least value; null if there is none.")
                        .example("range x from 1 to 4 step 1 | summarize min(x)", "1")
                        .signature(List.of(ORDERABLE), SAME, site -> extreme(site, false)).build(),
                AggregateFunction.named("maxif")
                        .summary("The greatest value of the rows for which a condition is true.")
                        .example("range x from 1 to 4 step 1 | summarize maxif(x, x < 3)", "2")
                        .signature(List.of(ORDERABLE, condition), SAME,
                                ConditionalAccumulator.of(site -> extreme(site, true), 1))
                        .build(),
                AggregateFunction.named("minif").summary("The least value of the rows for which a condition is true.")
                        .example("range x from 1 to 4 step 1 | summarize minif(x, x > 2)", "3")
                        .signature(List.of(ORDERABLE, condition), SAME,
                                ConditionalAccumulator.of(site -> extreme(site, false), 1))
                        .build());
    }

    private static Accumulator extreme(Kernel.Site site, boolean greatest) {
        ScalarType type = site.type(0);
        if (type.isLongBacked()) {
            return new Longs(type, greatest);
        }
        if (type == REAL) {
            return new Reals(greatest);
        }
        return Accumulator.perGroup(site, () -> new Accumulator.Group() {
            private Object best;

            @Override
            public void add(Object[] arguments) {
                Object value = arguments[0];
                if (value != null && (best == null || Values.compare(type, value, best) > 0 == greatest)) {
                    best = value;
                }
            }

            @Override
            public Object result() {
                return best;
            }
        });
    }

    private static final class Longs implements Accumulator {
        private final ScalarType type;
        private final boolean greatest;
        private final long worst;
        private final BitSet seen = new BitSet();
        private long[] best = new long[0];

        private Longs(ScalarType type, boolean greatest) {
            this.type = type;
            this.greatest = greatest;
            this.worst = greatest ? Long.MIN_VALUE : Long.MAX_VALUE;
        }

        @Override
        public void add(int[] groups, Block[] arguments, int rows) {
            ensure(GroupArrays.groupsIn(groups, rows));
            NumberColumn column = NumberColumn.ofLongs(arguments[0]);
            for (int row = 0; row < rows; row++) {
                if (!column.isNull(row)) {
                    int group = groups[row];
                    long value = column.longAt(row);
                    best[group] = greatest ? Math.max(best[group], value) : Math.min(best[group], value);
                    seen.set(group);
                }
            }
        }

        private void ensure(int groups) {
            int before = best.length;
            best = GroupArrays.grown(best, groups);
            Arrays.fill(best, before, best.length, worst);
        }

        @Override
        public List<Block> results(int groupCount) {
            return List.of(
                    new LongBlock(type, Arrays.copyOf(best, groupCount), unseen(seen, groupCount), groupCount));
        }

        @Override
        public long bytes() {
            return 8L * best.length + seen.size() / 8;
        }
    }

    private static final class Reals implements Accumulator {
        private final boolean greatest;
        private final BitSet seen = new BitSet();
        private double[] best = new double[0];

        private Reals(boolean greatest) {
            this.greatest = greatest;
        }

        @Override
        public void add(int[] groups, Block[] arguments, int rows) {
            int before = best.length;
            best = GroupArrays.grown(best, GroupArrays.groupsIn(groups, rows));
            Arrays.fill(best, before, best.length, greatest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
            NumberColumn column = NumberColumn.ofReals(arguments[0]);
            for (int row = 0; row < rows; row++) {
                if (!column.isNull(row)) {
                    int group = groups[row];
                    double value = column.realAt(row);
                    best[group] = greatest ? Math.max(best[group], value) : Math.min(best[group], value);
                    seen.set(group);
                }
            }
        }

        @Override
        public List<Block> results(int groupCount) {
            return List.of(new RealBlock(Arrays.copyOf(best, groupCount), unseen(seen, groupCount), groupCount));
        }

        @Override
        public long bytes() {
            return 8L * best.length + seen.size() / 8;
        }
    }

    /** The groups without a value; {@code null} if all have one. */
    private static BitSet unseen(BitSet seen, int groups) {
        BitSet unseen = (BitSet) seen.clone();
        unseen.flip(0, groups);
        return unseen.isEmpty() ? null : unseen;
    }
}

package dev.harrier.kql.function;

import dev.harrier.kql.expr.Accumulator;
import dev.harrier.kql.expr.AggregateFunction;
import dev.harrier.kql.expr.AggregateFunction.AutoName;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code arg_max arg_min}: the arguments are what is compared, then what else is wanted of the winning row; one result
 * column each. A null wins over nothing, NaN over every number; of equal rows the first wins.
 */
final class ExtremeRowAggregates {
    private ExtremeRowAggregates() {}

    static List<AggregateFunction> all() {
        return List.of(
                function("arg_max", true).alias("argmax").summary("The row in which an expression is greatest.")
                        .example("datatable(t:long, v:string)[1, 'a', 3, 'b', 2, 'c'] | summarize arg_max(t, v)"
                                + " | project v", "b")
                        .build(),
                function("arg_min", false).alias("argmin").summary("The row in which an expression is least.")
                        .example("datatable(t:long, v:string)[1, 'a', 3, 'b', 2, 'c'] | summarize arg_min(t, v)"
                                + " | project v", "a")
                        .build());
    }

    private static AggregateFunction.Builder function(String name, boolean greatest) {
        return AggregateFunction.named(name).autoName(AutoName.ARGUMENT, greatest ? "max" : "min").signature(
                List.of(ExtremeAggregates.ORDERABLE, Parameter.any("returned").repeatedOptional()), types -> types,
                site -> new Rows(site, greatest));
    }

    private static final class Rows implements Accumulator {
        private static final int NONE = -1;
        private static final long BYTES_PER_VALUE = 40;

        private final ScalarType[] types;
        private final ExtremeValues extremes;
        private Object[][] kept = new Object[1][];
        private int[] winners = {NONE};
        private long textBytes;

        private Rows(Kernel.Site site, boolean greatest) {
            this.types = new ScalarType[site.count()];
            Arrays.setAll(types, site::type);
            this.extremes = ExtremeValues.of(types[0], greatest);
        }

        @Override
        public void add(int[] groups, Block[] arguments, int rows) {
            ensure(GroupArrays.groupsIn(groups, rows));
            int[] touched = new int[rows];
            int count = 0;
            extremes.page(arguments[0]);
            for (int row = 0; row < rows; row++) {
                int group = groups[row];
                if (extremes.take(group, row)) {
                    if (winners[group] == NONE) {
                        touched[count++] = group;
                    }
                    winners[group] = row;
                }
            }
            // Only the winners of the page are read, not all that led for a while.
            for (int i = 0; i < count; i++) {
                keep(touched[i], winners[touched[i]], arguments);
                winners[touched[i]] = NONE;
            }
        }

        private void ensure(int groups) {
            int before = winners.length;
            winners = GroupArrays.grown(winners, groups);
            Arrays.fill(winners, before, winners.length, NONE);
            kept = GroupArrays.grown(kept, winners.length);
            extremes.ensure(winners.length);
        }

        private void keep(int group, int row, Block[] arguments) {
            if (kept[group] == null) {
                kept[group] = new Object[types.length];
            }
            for (int i = 0; i < types.length; i++) {
                textBytes -= DynamicSizes.bytesOf(kept[group][i]);
                kept[group][i] = arguments[i].get(row);
                textBytes += DynamicSizes.bytesOf(kept[group][i]);
            }
        }

        @Override
        public List<Block> results(int groupCount) {
            List<Block> results = new ArrayList<>(types.length);
            for (int i = 0; i < types.length; i++) {
                BlockBuilder builder = BlockBuilder.of(types[i], groupCount);
                for (int group = 0; group < groupCount; group++) {
                    boolean known = group < kept.length && kept[group] != null;
                    builder.append(known ? kept[group][i] : null);
                }
                results.add(builder.build());
            }
            return results;
        }

        @Override
        public long bytes() {
            return kept.length * (24 + BYTES_PER_VALUE * types.length) + textBytes;
        }
    }
}

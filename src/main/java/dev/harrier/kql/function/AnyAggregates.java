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
 * {@code take_any} and its kin. Of one column it takes the first value that is not null or empty, of several the first
 * row; null if there is none.
 */
final class AnyAggregates {
    private AnyAggregates() {}

    static List<AggregateFunction> all() {
        Parameter value = Parameter.any("expression");
        return List.of(
                AggregateFunction.named("take_any").alias("any").autoName(AutoName.ARGUMENT, "")
                        .summary("Some value of the group, of several columns those of one row.")
                        .example("datatable(x:long)[long(null), 3, 4] | summarize take_any(x)", "3")
                        .signature(List.of(value.repeated()), types -> types, Rows::new).build(),
                AggregateFunction.named("take_anyif").alias("anyif").autoName(AutoName.ARGUMENT, "")
                        .summary("Some value of the rows for which a condition is true.")
                        .example("datatable(x:long)[3, 4] | summarize take_anyif(x, x > 3)", "4")
                        .signature(List.of(value, ConditionalAccumulator.parameter()),
                                types -> List.of(types.getFirst()), ConditionalAccumulator.of(Rows::new, 1))
                        .build());
    }

    private static final class Rows implements Accumulator {
        private final ScalarType[] types;
        private Object[][] kept = new Object[1][];
        private long valueBytes;

        private Rows(Kernel.Site site) {
            this.types = new ScalarType[site.count()];
            Arrays.setAll(types, site::type);
        }

        @Override
        public void add(int[] groups, Block[] arguments, int rows) {
            kept = GroupArrays.grown(kept, GroupArrays.groupsIn(groups, rows));
            for (int row = 0; row < rows; row++) {
                Object[] known = kept[groups[row]];
                if (known == null || known.length == 1 && isMissing(known[0])) {
                    keep(groups[row], arguments, row);
                }
            }
        }

        private static boolean isMissing(Object value) {
            return value == null || value instanceof String text && text.isEmpty();
        }

        private void keep(int group, Block[] arguments, int row) {
            Object[] values = new Object[types.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments[i].get(row);
                valueBytes += DynamicSizes.bytesOf(values[i]);
            }
            kept[group] = values;
        }

        @Override
        public List<Block> results(int groupCount) {
            List<Block> results = new ArrayList<>(types.length);
            for (int i = 0; i < types.length; i++) {
                BlockBuilder builder = BlockBuilder.of(types[i], groupCount);
                for (int group = 0; group < groupCount; group++) {
                    builder.append(group < kept.length && kept[group] != null ? kept[group][i] : null);
                }
                results.add(builder.build());
            }
            return results;
        }

        @Override
        public long bytes() {
            return kept.length * (24L + 8L * types.length) + valueBytes;
        }
    }
}

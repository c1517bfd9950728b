package dev.harrier.kql.expr;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The state of one aggregate over all groups of a run; groups are numbered from 0 as they appear. */
public interface Accumulator {

    /**
     * Takes rows in.
     *
     * @param groups the group of each row
     * @param arguments one block per argument of the call, each of {@code rows} values
     */
    void add(int[] groups, Block[] arguments, int rows);

    /** The results of groups {@code 0 … groupCount - 1}; one block per result column. Called once, at the end. */
    List<Block> results(int groupCount);

    /** Bytes held, estimated: what the budget is charged. */
    long bytes();

    /** Makes the state for one run of a call; constants are read from the site. */
    @FunctionalInterface
    interface Factory {
        Accumulator create(Kernel.Site site);
    }

    /** The state of one group, value by value: enough for all but the hottest aggregates. */
    interface Group {
        /** @param arguments in the documented form, {@code null} for null; reused between calls */
        void add(Object[] arguments);

        Object result();

        /** Bytes held by this group, estimated. */
        default long bytes() {
            return 48;
        }
    }

    /** An accumulator that keeps one {@link Group} per group. */
    static Accumulator perGroup(Kernel.Site site, Supplier<Group> newGroup) {
        return new PerGroup(site, newGroup);
    }

    /** See {@link Accumulator#perGroup}. */
    final class PerGroup implements Accumulator {
        private final Kernel.Site site;
        private final Supplier<Group> newGroup;
        private final List<Group> groups = new ArrayList<>();
        private final Object[] values;

        private PerGroup(Kernel.Site site, Supplier<Group> newGroup) {
            this.site = site;
            this.newGroup = newGroup;
            this.values = new Object[site.count()];
        }

        @Override
        public void add(int[] groupOfRow, Block[] arguments, int rows) {
            for (int row = 0; row < rows; row++) {
                for (int i = 0; i < arguments.length; i++) {
                    values[i] = arguments[i].get(row);
                }
                group(groupOfRow[row]).add(values);
            }
        }

        private Group group(int number) {
            while (groups.size() <= number) {
                groups.add(newGroup.get());
            }
            return groups.get(number);
        }

        @Override
        public List<Block> results(int groupCount) {
            BlockBuilder builder = BlockBuilder.of(site.resultType(), groupCount);
            for (int i = 0; i < groupCount; i++) {
                builder.append(group(i).result());
            }
            return List.of(builder.build());
        }

        @Override
        public long bytes() {
            long bytes = 0;
            for (Group group : groups) {
                bytes += 8 + group.bytes();
            }
            return bytes;
        }
    }
}

package dev.harrier.kql.function;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Values;

/** The greatest or least value of each group so far, without boxing where the type is primitive. */
abstract class ExtremeValues {
    private static final byte NOTHING = 0;
    private static final byte NULLS = 1;
    private static final byte VALUE = 2;

    protected final boolean greatest;
    private byte[] states = new byte[1];

    private ExtremeValues(boolean greatest) {
        this.greatest = greatest;
    }

    static ExtremeValues of(ScalarType type, boolean greatest) {
        if (type.isLongBacked()) {
            return new Longs(greatest);
        }
        return type == ScalarType.REAL ? new Reals(greatest) : new Objects(type, greatest);
    }

    /** Makes room. */
    void ensure(int groups) {
        states = GroupArrays.grown(states, groups);
    }

    /** The values that {@link #take} reads from now on. */
    abstract void page(Block block);

    protected abstract boolean isNull(int row);

    /** Whether the value at the row, which is not null, is better than the group's. */
    protected abstract boolean beats(int group, int row);

    protected abstract void set(int group, int row);

    /** Whether the row becomes the group's best. Equal values do not: the first stays. */
    boolean take(int group, int row) {
        if (isNull(row)) {
            boolean first = states[group] == NOTHING;
            if (first) {
                states[group] = NULLS;
            }
            return first;
        }
        if (states[group] != VALUE || beats(group, row)) {
            states[group] = VALUE;
            set(group, row);
            return true;
        }
        return false;
    }

    private static final class Longs extends ExtremeValues {
        private long[] best = new long[1];
        private NumberColumn column;

        private Longs(boolean greatest) {
            super(greatest);
        }

        @Override
        void ensure(int groups) {
            super.ensure(groups);
            best = GroupArrays.grown(best, groups);
        }

        @Override
        void page(Block block) {
            column = NumberColumn.ofLongs(block);
        }

        @Override
        protected boolean isNull(int row) {
            return column.isNull(row);
        }

        @Override
        protected boolean beats(int group, int row) {
            return greatest ? column.longAt(row) > best[group] : column.longAt(row) < best[group];
        }

        @Override
        protected void set(int group, int row) {
            best[group] = column.longAt(row);
        }
    }

    private static final class Reals extends ExtremeValues {
        private double[] best = new double[1];
        private NumberColumn column;

        private Reals(boolean greatest) {
            super(greatest);
        }

        @Override
        void ensure(int groups) {
            super.ensure(groups);
            best = GroupArrays.grown(best, groups);
        }

        @Override
        void page(Block block) {
            column = NumberColumn.ofReals(block);
        }

        @Override
        protected boolean isNull(int row) {
            return column.isNull(row);
        }

        @Override
        protected boolean beats(int group, int row) {
            double value = column.realAt(row);
            if (Double.isNaN(value) || Double.isNaN(best[group])) {
                return !Double.isNaN(best[group]);
            }
            return greatest ? value > best[group] : value < best[group];
        }

        @Override
        protected void set(int group, int row) {
            best[group] = column.realAt(row);
        }
    }

    private static final class Objects extends ExtremeValues {
        private final ScalarType type;
        private Object[] best = new Object[1];
        private Block column;

        private Objects(ScalarType type, boolean greatest) {
            super(greatest);
            this.type = type;
        }

        @Override
        void ensure(int groups) {
            super.ensure(groups);
            best = GroupArrays.grown(best, groups);
        }

        @Override
        void page(Block block) {
            column = block;
        }

        @Override
        protected boolean isNull(int row) {
            return column.isNull(row);
        }

        @Override
        protected boolean beats(int group, int row) {
            int order = Values.compare(type, column.get(row), best[group]);
            return greatest ? order > 0 : order < 0;
        }

        @Override
        protected void set(int group, int row) {
            best[group] = column.get(row);
        }
    }
}

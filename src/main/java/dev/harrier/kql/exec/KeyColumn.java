package dev.harrier.kql.exec;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BoolBlock;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.LongBlock;
import dev.harrier.kql.page.RealBlock;
import dev.harrier.kql.page.StringBlock;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Values;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Numbers the distinct values of one key column from 0 in the order in which they are first seen. Nulls are one value,
 * and so are NaNs; 0.0 and -0.0 are one.
 */
abstract sealed class KeyColumn {

    private static final int UNKNOWN = -1;
    private static final int UNSEEN = -2;

    protected int count;

    static KeyColumn of(ScalarType type) {
        return switch (type) {
            case BOOL, INT, LONG, REAL, DATETIME, TIMESPAN -> new Numbers();
            case STRING -> new Texts();
            case DECIMAL, GUID, DYNAMIC -> new Objects(type);
        };
    }

    /** Writes the number of each row's value to {@code ids}; for an unknown one a new number, or -1 if not adding. */
    void number(Block block, int rows, boolean add, int[] ids) {
        if (block instanceof ConstantBlock constant) {
            if (rows > 0) {
                Arrays.fill(ids, 0, rows, idOf(constant.value(), add));
            }
        } else {
            numberAll(block, rows, add, ids);
        }
    }

    abstract long bytes();

    protected abstract int idOf(Object value, boolean add);

    protected abstract void numberAll(Block block, int rows, boolean add, int[] ids);

    /** Numbers, points in time, durations, truth values. */
    private static final class Numbers extends KeyColumn {
        private final LongIds known = new LongIds();
        private int nullId = UNKNOWN;

        @Override
        protected int idOf(Object value, boolean add) {
            return switch (value) {
                case null -> idOfNull(add);
                case Boolean truth -> id(truth ? 1 : 0, add);
                case Double real -> id(bits(real), add);
                default -> id((Long) value, add);
            };
        }

        @Override
        protected void numberAll(Block block, int rows, boolean add, int[] ids) {
            for (int row = 0; row < rows; row++) {
                ids[row] = block.isNull(row) ? idOfNull(add) : id(bitsAt(block, row), add);
            }
        }

        private static long bitsAt(Block block, int row) {
            return switch (block) {
                case LongBlock longs -> longs.values()[row];
                case RealBlock reals -> bits(reals.values()[row]);
                case BoolBlock truths -> truths.values().get(row) ? 1 : 0;
                case StringBlock strings -> throw new IllegalStateException("not a number: " + strings.type());
                case dev.harrier.kql.page.ObjectBlock objects -> throw new IllegalStateException(
                        "not a number: " + objects.type());
                case ConstantBlock constant -> throw new IllegalStateException("handled before");
            };
        }

        private static long bits(double value) {
            return Double.doubleToLongBits(value == 0 ? 0.0 : value);
        }

        private int id(long value, boolean add) {
            if (!add) {
                return known.find(value);
            }
            int id = known.findOrAdd(value, count);
            count += id == count ? 1 : 0;
            return id;
        }

        private int idOfNull(boolean add) {
            if (nullId == UNKNOWN && add) {
                nullId = count++;
            }
            return nullId;
        }

        @Override
        long bytes() {
            return known.bytes();
        }
    }

    /** Texts: looked up once per entry of a page's dictionary. */
    private static final class Texts extends KeyColumn {
        private final Map<String, Integer> known = new HashMap<>();
        private long textBytes;

        @Override
        protected void numberAll(Block block, int rows, boolean add, int[] ids) {
            StringBlock strings = (StringBlock) block;
            int[] idOfEntry = new int[strings.dictionary().length];
            Arrays.fill(idOfEntry, UNSEEN);
            for (int row = 0; row < rows; row++) {
                int entry = strings.ids()[row];
                if (idOfEntry[entry] == UNSEEN) {
                    idOfEntry[entry] = idOf(strings.dictionary()[entry], add);
                }
                ids[row] = idOfEntry[entry];
            }
        }

        @Override
        protected int idOf(Object value, boolean add) {
            String text = (String) value;
            Integer id = known.get(text);
            if (id != null) {
                return id;
            }
            if (!add) {
                return UNKNOWN;
            }
            known.put(text, count);
            textBytes += 96L + text.length();
            return count++;
        }

        @Override
        long bytes() {
            return textBytes;
        }
    }

    /** Everything else, by KQL's sameness. */
    private static final class Objects extends KeyColumn {
        private final ScalarType type;
        private final Map<Key, Integer> known = new HashMap<>();

        /** A value that is equal to what belongs to the same group. */
        private record Key(ScalarType type, Object value) {
            @Override
            public boolean equals(Object other) {
                return other instanceof Key key && Values.same(type, value, key.value);
            }

            @Override
            public int hashCode() {
                return Values.hash(type, value);
            }
        }

        private Objects(ScalarType type) {
            this.type = type;
        }

        @Override
        protected void numberAll(Block block, int rows, boolean add, int[] ids) {
            for (int row = 0; row < rows; row++) {
                ids[row] = idOf(block.get(row), add);
            }
        }

        @Override
        protected int idOf(Object value, boolean add) {
            Key key = new Key(type, value);
            Integer id = known.get(key);
            if (id != null) {
                return id;
            }
            if (!add) {
                return UNKNOWN;
            }
            known.put(key, count);
            return count++;
        }

        @Override
        long bytes() {
            return 160L * known.size();
        }
    }
}

package dev.harrier.kql.page;

import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Builds a block value by value. Not for several threads. */
public abstract sealed class BlockBuilder {
    protected final ScalarType type;
    protected int size;

    private BlockBuilder(ScalarType type) {
        this.type = type;
    }

    /** A builder for values of this type. */
    public static BlockBuilder of(ScalarType type, int expectedSize) {
        int capacity = Math.max(expectedSize, 1);
        return switch (type) {
            case INT, LONG, DATETIME, TIMESPAN -> new Longs(type, capacity);
            case REAL -> new Reals(capacity);
            case BOOL -> new Bools();
            case STRING -> new Strings(capacity);
            case DECIMAL, GUID, DYNAMIC -> new Objects(type, capacity);
        };
    }

    /** A block of these values, each in the form that {@link ScalarType} documents. */
    public static Block ofValues(ScalarType type, Iterable<?> values) {
        BlockBuilder builder = of(type, 16);
        for (Object value : values) {
            builder.append(value);
        }
        return builder.build();
    }

    /** Appends a value in the form that {@link ScalarType} documents; {@code null} appends the type's null. */
    public abstract void append(Object value);

    /** Appends without boxing; for long-backed types only. */
    public void appendLong(long value) {
        throw new UnsupportedOperationException(type.keyword());
    }

    /** Appends without boxing; for {@code real} only. */
    public void appendReal(double value) {
        throw new UnsupportedOperationException(type.keyword());
    }

    public abstract Block build();

    /** Bytes held so far, estimated. */
    public abstract long bytes();

    public int size() {
        return size;
    }

    private static final class Longs extends BlockBuilder {
        private long[] values;
        private BitSet nulls;

        private Longs(ScalarType type, int capacity) {
            super(type);
            values = new long[capacity];
        }

        @Override
        public void append(Object value) {
            if (value == null) {
                nulls = nulls == null ? new BitSet() : nulls;
                nulls.set(size);
                appendLong(0);
            } else {
                appendLong((Long) value);
            }
        }

        @Override
        public void appendLong(long value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1) + 8);
            }
            values[size++] = value;
        }

        @Override
        public Block build() {
            return new LongBlock(type, Arrays.copyOf(values, size), nulls, size);
        }

        @Override
        public long bytes() {
            return 8L * values.length;
        }
    }

    private static final class Reals extends BlockBuilder {
        private double[] values;
        private BitSet nulls;

        private Reals(int capacity) {
            super(ScalarType.REAL);
            values = new double[capacity];
        }

        @Override
        public void append(Object value) {
            if (value == null) {
                nulls = nulls == null ? new BitSet() : nulls;
                nulls.set(size);
                appendReal(0);
            } else {
                appendReal((Double) value);
            }
        }

        @Override
        public void appendReal(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1) + 8);
            }
            values[size++] = value;
        }

        @Override
        public Block build() {
            return new RealBlock(Arrays.copyOf(values, size), nulls, size);
        }

        @Override
        public long bytes() {
            return 8L * values.length;
        }
    }

    private static final class Bools extends BlockBuilder {
        private final BitSet values = new BitSet();
        private BitSet nulls;

        private Bools() {
            super(ScalarType.BOOL);
        }

        @Override
        public void append(Object value) {
            if (value == null) {
                nulls = nulls == null ? new BitSet() : nulls;
                nulls.set(size);
            } else if ((Boolean) value) {
                values.set(size);
            }
            size++;
        }

        @Override
        public Block build() {
            return new BoolBlock(values, nulls, size);
        }

        @Override
        public long bytes() {
            return values.size() / 8;
        }
    }

    private static final class Strings extends BlockBuilder {
        private final Map<String, Integer> idsByValue = new HashMap<>();
        private String[] dictionary = new String[16];
        private int[] ids;
        private long dictionaryBytes;
        private String previous;
        private int previousId;

        private Strings(int capacity) {
            super(ScalarType.STRING);
            ids = new int[capacity];
        }

        @Override
        public void append(Object value) {
            String text = value == null ? "" : (String) value;
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size + (size >> 1) + 8);
            }
            ids[size++] = text.equals(previous) ? previousId : idOf(text);
        }

        private int idOf(String text) {
            Integer known = idsByValue.get(text);
            int id = known == null ? add(text) : known;
            previous = text;
            previousId = id;
            return id;
        }

        private int add(String text) {
            int id = idsByValue.size();
            if (id == dictionary.length) {
                dictionary = Arrays.copyOf(dictionary, id * 2);
            }
            dictionary[id] = text;
            idsByValue.put(text, id);
            dictionaryBytes += 32L + text.length();
            return id;
        }

        @Override
        public Block build() {
            String[] entries = Arrays.copyOf(dictionary, idsByValue.size());
            return new StringBlock(entries, Arrays.copyOf(ids, size), size, dictionaryBytes);
        }

        @Override
        public long bytes() {
            return 4L * ids.length + 2 * dictionaryBytes;
        }
    }

    private static final class Objects extends BlockBuilder {
        private Object[] values;
        private long valueBytes;

        private Objects(ScalarType type, int capacity) {
            super(type);
            values = new Object[capacity];
        }

        @Override
        public void append(Object value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size + (size >> 1) + 8);
            }
            values[size++] = value;
            valueBytes += bytesOf(value);
        }

        private static long bytesOf(Object value) {
            return switch (value) {
                case null -> 0;
                case Dynamic dynamic -> bytesOf(dynamic);
                default -> 32;
            };
        }

        private static long bytesOf(Dynamic value) {
            return switch (value) {
                case Dynamic.Text text -> 40L + text.value().length();
                case Dynamic.Array array -> {
                    long bytes = 40;
                    for (Dynamic element : array) {
                        bytes += 8 + (element == null ? 0 : bytesOf(element));
                    }
                    yield bytes;
                }
                case Dynamic.Bag bag -> {
                    long bytes = 64;
                    for (Map.Entry<String, Dynamic> property : bag.properties().entrySet()) {
                        bytes += 80L + property.getKey().length()
                                + (property.getValue() == null ? 0 : bytesOf(property.getValue()));
                    }
                    yield bytes;
                }
                default -> 24;
            };
        }

        @Override
        public Block build() {
            return new ObjectBlock(type, Arrays.copyOf(values, size), size, valueBytes);
        }

        @Override
        public long bytes() {
            return 8L * values.length + valueBytes;
        }
    }
}

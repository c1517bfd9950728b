package dev.harrier.kql.page;

import dev.harrier.kql.type.ScalarType;

/**
 * Dictionary-coded strings: row {@code i} is {@code dictionary[ids[i]]}. The dictionary may hold entries that no row
 * uses, and equal entries twice. Strings are never null.
 *
 * @param dictionary the distinct values, none of them {@code null}
 * @param dictionaryBytes bytes held by the dictionary, estimated
 */
public record StringBlock(String[] dictionary, int[] ids, int size, long dictionaryBytes) implements Block {
    public StringBlock(String[] dictionary, int[] ids, int size) {
        this(dictionary, ids, size, bytesOf(dictionary));
    }

    @Override
    public ScalarType type() {
        return ScalarType.STRING;
    }

    @Override
    public boolean isNull(int row) {
        return false;
    }

    @Override
    public String get(int row) {
        return dictionary[ids[row]];
    }

    @Override
    public Block select(int[] rows, int count) {
        int[] selected = new int[count];
        int empty = -1;
        for (int i = 0; i < count; i++) {
            if (rows[i] >= 0) {
                selected[i] = ids[rows[i]];
            } else {
                selected[i] = dictionary.length;
                empty = dictionary.length;
            }
        }
        String[] entries = dictionary;
        if (empty >= 0) {
            entries = java.util.Arrays.copyOf(dictionary, dictionary.length + 1);
            entries[empty] = "";
        }
        return new StringBlock(entries, selected, count, dictionaryBytes);
    }

    @Override
    public long bytes() {
        return 24L + 4L * ids.length + dictionaryBytes;
    }

    private static long bytesOf(String[] values) {
        long bytes = 0;
        for (String value : values) {
            bytes += 32L + value.length();
        }
        return bytes;
    }
}

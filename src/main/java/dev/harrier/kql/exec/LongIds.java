package dev.harrier.kql.exec;

import java.util.Arrays;

/** A map from numbers to ids, without boxing. */
final class LongIds {

    private static final int ABSENT = -1;

    private long[] keys = new long[64];
    private int[] ids = filled(64);
    private int size;

    /** The id of a key, or -1. */
    int find(long key) {
        return ids[slot(key)];
    }

    /** The id of a key, which becomes {@code next} if it has none. */
    int findOrAdd(long key, int next) {
        int slot = slot(key);
        if (ids[slot] == ABSENT) {
            keys[slot] = key;
            ids[slot] = next;
            if (++size * 2 > keys.length) {
                grow();
            }
            return next;
        }
        return ids[slot];
    }

    long bytes() {
        return 12L * keys.length;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = mix(key) & mask;
        while (ids[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldIds = ids;
        keys = new long[oldKeys.length * 2];
        ids = filled(oldKeys.length * 2);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldIds[i] != ABSENT) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                ids[slot] = oldIds[i];
            }
        }
    }

    private static int[] filled(int length) {
        int[] filled = new int[length];
        Arrays.fill(filled, ABSENT);
        return filled;
    }

    private static int mix(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed ^ (mixed >>> 32));
    }
}

package dev.harrier.kql.function;

import java.util.Arrays;

/** Arrays with one entry per group, that grow with the groups. */
final class GroupArrays {
    private GroupArrays() {}

    /** How many groups there must be room for: the highest number of these rows, plus one. */
    static int groupsIn(int[] groups, int rows) {
        int highest = -1;
        for (int row = 0; row < rows; row++) {
            highest = Math.max(highest, groups[row]);
        }
        return highest + 1;
    }

    static long[] grown(long[] values, int groups) {
        return groups <= values.length ? values : Arrays.copyOf(values, capacity(groups));
    }

    static double[] grown(double[] values, int groups) {
        return groups <= values.length ? values : Arrays.copyOf(values, capacity(groups));
    }

    static byte[] grown(byte[] values, int groups) {
        return groups <= values.length ? values : Arrays.copyOf(values, capacity(groups));
    }

    static int[] grown(int[] values, int groups) {
        return groups <= values.length ? values : Arrays.copyOf(values, capacity(groups));
    }

    static <T> T[] grown(T[] values, int groups) {
        return groups <= values.length ? values : Arrays.copyOf(values, capacity(groups));
    }

    private static int capacity(int groups) {
        return groups + (groups >> 1) + 4;
    }
}

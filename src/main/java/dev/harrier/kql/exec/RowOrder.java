package dev.harrier.kql.exec;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BoolBlock;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.LongBlock;
import dev.harrier.kql.page.ObjectBlock;
import dev.harrier.kql.page.RealBlock;
import dev.harrier.kql.page.StringBlock;
import dev.harrier.kql.plan.SortOrder;
import dev.harrier.kql.type.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The order of the rows of one page: each key becomes numbers, so that no comparison boxes or touches a text. */
final class RowOrder {

    private static final int INSERTION_LIMIT = 12;

    private final int rows;
    private final List<Key> keys = new ArrayList<>();

    /**
     * One key as numbers.
     *
     * @param absences 2 for null, 1 for NaN, 0 for a value; {@code null} if all are values
     */
    private record Key(long[] codes, byte[] absences, boolean descending, boolean nullsFirst) {

        int compare(int left, int right) {
            if (absences != null) {
                int absence = absences[left] - absences[right];
                if (absence != 0) {
                    return nullsFirst ? -absence : absence;
                }
            }
            int order = Long.compare(codes[left], codes[right]);
            return descending ? -order : order;
        }
    }

    RowOrder(List<Block> blocks, List<SortOrder> orders, int rows) {
        this.rows = rows;
        for (int i = 0; i < blocks.size(); i++) {
            if (!(blocks.get(i) instanceof ConstantBlock)) {
                SortOrder order = orders.get(i);
                keys.add(new Key(codes(blocks.get(i), rows), absences(blocks.get(i), rows), order.descending(),
                        order.nullsFirst()));
            }
        }
    }

    /** Bytes that ordering this many rows takes beside the rows, estimated. */
    static long bytes(int rows, int keys) {
        return rows * (9L * keys + 8L);
    }

    /** All row positions in order; equal rows keep theirs. */
    int[] sorted() {
        int[] positions = new int[rows];
        Arrays.setAll(positions, i -> i);
        mergeSort(positions, positions.clone(), 0, rows);
        return positions;
    }

    /** The first positions in order. */
    int[] first(int count) {
        if (count >= rows / 4) {
            int[] all = sorted();
            return count >= rows ? all : Arrays.copyOf(all, count);
        }
        int[] heap = new int[count];
        int size = 0;
        for (int row = 0; row < rows && count > 0; row++) {
            if (size < count) {
                heap[size] = row;
                siftUp(heap, size++);
            } else if (compare(row, heap[0]) < 0) {
                heap[0] = row;
                siftDown(heap, size);
            }
        }
        int[] first = Arrays.copyOf(heap, size);
        Arrays.sort(first);
        mergeSort(first, first.clone(), 0, size);
        return first;
    }

    /** Ties are told apart by position, so that the first rows win. */
    private int compareStrictly(int left, int right) {
        int order = compare(left, right);
        return order != 0 ? order : Integer.compare(left, right);
    }

    private int compare(int left, int right) {
        for (int i = 0; i < keys.size(); i++) {
            int order = keys.get(i).compare(left, right);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private void siftUp(int[] heap, int start) {
        int child = start;
        while (child > 0) {
            int parent = (child - 1) >>> 1;
            if (compareStrictly(heap[child], heap[parent]) <= 0) {
                return;
            }
            swap(heap, child, parent);
            child = parent;
        }
    }

    private void siftDown(int[] heap, int size) {
        int parent = 0;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= size) {
                return;
            }
            if (child + 1 < size && compareStrictly(heap[child + 1], heap[child]) > 0) {
                child++;
            }
            if (compareStrictly(heap[child], heap[parent]) <= 0) {
                return;
            }
            swap(heap, child, parent);
            parent = child;
        }
    }

    private static void swap(int[] values, int left, int right) {
        int kept = values[left];
        values[left] = values[right];
        values[right] = kept;
    }

    private void mergeSort(int[] target, int[] source, int from, int to) {
        if (to - from <= INSERTION_LIMIT) {
            insertionSort(target, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        mergeSort(source, target, from, middle);
        mergeSort(source, target, middle, to);
        if (compare(source[middle - 1], source[middle]) <= 0) {
            System.arraycopy(source, from, target, from, to - from);
            return;
        }
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            boolean takeLeft = right >= to || left < middle && compare(source[left], source[right]) <= 0;
            target[i] = takeLeft ? source[left++] : source[right++];
        }
    }

    private void insertionSort(int[] positions, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            int moved = positions[i];
            int j = i - 1;
            while (j >= from && compare(positions[j], moved) > 0) {
                positions[j + 1] = positions[j];
                j--;
            }
            positions[j + 1] = moved;
        }
    }

    private static byte[] absences(Block block, int rows) {
        byte[] absences = null;
        for (int row = 0; row < rows; row++) {
            boolean isNull = block.isNull(row);
            if (isNull || block instanceof RealBlock reals && Double.isNaN(reals.values()[row])) {
                absences = absences == null ? new byte[rows] : absences;
                absences[row] = (byte) (isNull ? 2 : 1);
            }
        }
        return absences;
    }

    private static long[] codes(Block block, int rows) {
        return switch (block) {
            case LongBlock longs -> zeroWhereNull(longs, rows);
            case RealBlock reals -> realCodes(reals, rows);
            case BoolBlock truths -> boolCodes(truths, rows);
            case StringBlock strings -> textCodes(strings, rows);
            case ObjectBlock objects -> objectCodes(objects, rows);
            case ConstantBlock constant -> new long[rows];
        };
    }

    private static long[] zeroWhereNull(LongBlock block, int rows) {
        if (block.nulls() == null) {
            return block.values();
        }
        long[] codes = Arrays.copyOf(block.values(), rows);
        block.nulls().stream().filter(row -> row < rows).forEach(row -> codes[row] = 0);
        return codes;
    }

    private static long[] realCodes(RealBlock block, int rows) {
        long[] codes = new long[rows];
        for (int row = 0; row < rows; row++) {
            double value = block.values()[row];
            long bits = block.isNull(row) || value == 0 ? 0 : Double.doubleToLongBits(value);
            codes[row] = bits ^ ((bits >> 63) & Long.MAX_VALUE);
        }
        return codes;
    }

    private static long[] boolCodes(BoolBlock block, int rows) {
        long[] codes = new long[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = block.isTrue(row) ? 1 : 0;
        }
        return codes;
    }

    private static long[] textCodes(StringBlock block, int rows) {
        long[] ranks = ranks(block.dictionary().length,
                (left, right) -> Values.compareText(block.dictionary()[left], block.dictionary()[right]));
        long[] codes = new long[rows];
        for (int row = 0; row < rows; row++) {
            codes[row] = ranks[block.ids()[row]];
        }
        return codes;
    }

    private static long[] objectCodes(ObjectBlock block, int rows) {
        return ranks(rows,
                (left, right) -> Values.compare(block.type(), block.values()[left], block.values()[right]));
    }

    private static long[] ranks(int count, Comparator<Integer> comparator) {
        Integer[] order = new Integer[count];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, comparator);
        long[] ranks = new long[count];
        for (int i = 1; i < count; i++) {
            boolean tie = comparator.compare(order[i - 1], order[i]) == 0;
            ranks[order[i]] = ranks[order[i - 1]] + (tie ? 0 : 1);
        }
        return ranks;
    }
}

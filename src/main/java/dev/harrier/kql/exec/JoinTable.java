package dev.harrier.kql.exec;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.type.ScalarType;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The rows of one side of a join by key; the rows of one key are chained. */
final class JoinTable {

    private final Page page;
    private final KeyIndex index;
    private final int[] keyOfRow;
    private final int[] firstOfKey;
    private final int[] nextOfRow;

    /** @param latestFirst whether the rows of one key are chained from the last to the first, as for a lookup */
    JoinTable(Page page, Block[] keys, List<ScalarType> types, boolean latestFirst) {
        this.page = page;
        this.index = new KeyIndex(types);
        this.keyOfRow = index.add(keys, page.rows());
        this.firstOfKey = new int[index.count()];
        this.nextOfRow = new int[page.rows()];
        Arrays.fill(firstOfKey, -1);
        for (int i = 0; i < page.rows(); i++) {
            int row = latestFirst ? i : page.rows() - 1 - i;
            nextOfRow[row] = firstOfKey[keyOfRow[row]];
            firstOfKey[keyOfRow[row]] = row;
        }
    }

    /** The number of each row's key, -1 where no row here has it. */
    int[] find(Block[] keys, int rows) {
        return index.find(keys, rows);
    }

    /** The first row of a key, or -1. */
    int first(int key) {
        return key < 0 ? -1 : firstOfKey[key];
    }

    /** The next row of the same key, or -1. */
    int next(int row) {
        return nextOfRow[row];
    }

    /** The rows at these positions; nulls for negative ones. */
    Page select(int[] rows, int count) {
        return Blocks.select(page, rows, count);
    }

    /** The rows whose key is, or is not, in the set. */
    Page rows(BitSet keys, boolean in) {
        int[] kept = new int[page.rows()];
        int count = 0;
        for (int row = 0; row < page.rows(); row++) {
            if (keys.get(keyOfRow[row]) == in) {
                kept[count++] = row;
            }
        }
        return Blocks.select(page, kept, count);
    }

    /** The distinct keys, one block per key column. */
    List<Block> keys() {
        return index.keys();
    }

    /** Beside the rows themselves. */
    long bytes() {
        return index.bytes() + 8L * page.rows() + 4L * firstOfKey.length;
    }
}

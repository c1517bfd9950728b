package dev.harrier.kql.exec;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers the distinct combinations of key values from 0 in the order in which they are first seen: the groups of an
 * aggregation, the keys of a join. The columns are numbered one by one, then the numbers are combined pair by pair.
 */
final class KeyIndex {

    private final KeyColumn[] columns;
    private final LongIds[] pairs;
    private final int[] pairCounts;
    private final List<BlockBuilder> keys = new ArrayList<>();
    private int count;

    KeyIndex(List<ScalarType> types) {
        columns = types.stream().map(KeyColumn::of).toArray(KeyColumn[]::new);
        pairs = new LongIds[Math.max(0, types.size() - 1)];
        Arrays.setAll(pairs, i -> new LongIds());
        pairCounts = new int[pairs.length];
        types.forEach(type -> keys.add(BlockBuilder.of(type, 16)));
    }

    /** The number of each row's combination; what is new gets the next number. */
    int[] add(Block[] blocks, int rows) {
        int[] ids = number(blocks, rows, true);
        for (int row = 0; row < rows; row++) {
            if (ids[row] == count) {
                for (int i = 0; i < blocks.length; i++) {
                    keys.get(i).append(blocks[i].get(row));
                }
                count++;
            }
        }
        return ids;
    }

    /** The number of each row's combination, -1 where it is unknown. */
    int[] find(Block[] blocks, int rows) {
        int[] ids = number(blocks, rows, false);
        if (count == 0) {
            Arrays.fill(ids, -1);
        }
        return ids;
    }

    int count() {
        return count;
    }

    /** The values of each combination, by number. */
    List<Block> keys() {
        return keys.stream().map(BlockBuilder::build).toList();
    }

    long bytes() {
        long bytes = 0;
        for (KeyColumn column : columns) {
            bytes += column.bytes();
        }
        for (LongIds pair : pairs) {
            bytes += pair.bytes();
        }
        for (BlockBuilder key : keys) {
            bytes += key.bytes();
        }
        return bytes;
    }

    private int[] number(Block[] blocks, int rows, boolean add) {
        int[] ids = new int[rows];
        if (columns.length == 0) {
            return ids;
        }
        columns[0].number(blocks[0], rows, add, ids);
        int[] next = columns.length > 1 ? new int[rows] : null;
        for (int i = 1; i < columns.length; i++) {
            columns[i].number(blocks[i], rows, add, next);
            combine(i - 1, ids, next, rows, add);
        }
        return ids;
    }

    private void combine(int pair, int[] ids, int[] next, int rows, boolean add) {
        for (int row = 0; row < rows; row++) {
            if (ids[row] < 0 || next[row] < 0) {
                ids[row] = -1;
                continue;
            }
            long key = ((long) ids[row] << 32) | next[row];
            if (add) {
                ids[row] = pairs[pair].findOrAdd(key, pairCounts[pair]);
                pairCounts[pair] += ids[row] == pairCounts[pair] ? 1 : 0;
            } else {
                ids[row] = pairs[pair].find(key);
            }
        }
    }
}

package dev.harrier.kql.page;

import java.util.List;

/**
 * A batch of rows, column by column.
 *
 * @param blocks one per column of the schema that travels beside the page, each of {@code rows} values
 */
public record Page(int rows, List<Block> blocks) {
    public Page {
        blocks = List.copyOf(blocks);
        for (Block block : blocks) {
            if (block.size() != rows) {
                throw new IllegalArgumentException("block of " + block.size() + " in a page of " + rows);
            }
        }
    }

    public Block block(int column) {
        return blocks.get(column);
    }

    /** The rows at these positions, in this order. */
    public Page select(int[] rowPositions, int count) {
        return new Page(count, blocks.stream().map(block -> block.select(rowPositions, count)).toList());
    }

    public long bytes() {
        return blocks.stream().mapToLong(Block::bytes).sum();
    }
}

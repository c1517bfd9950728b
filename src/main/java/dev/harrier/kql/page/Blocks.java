package dev.harrier.kql.page;

import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts blocks and pages together, and cuts them. */
public final class Blocks {

    /** A dictionary with more than this many entries per row is rewritten. */
    private static final int SPARSE = 4;

    private Blocks() {}

    /** All rows of the pages, in their order. */
    public static Page concat(Schema schema, List<Page> pages) {
        if (pages.size() == 1) {
            return pages.getFirst();
        }
        int rows = Math.toIntExact(pages.stream().mapToLong(Page::rows).sum());
        List<Block> blocks = new ArrayList<>(schema.size());
        for (int column = 0; column < schema.size(); column++) {
            int position = column;
            List<Block> parts = pages.stream().map(page -> page.block(position)).toList();
            blocks.add(concat(schema.column(column).type(), parts, rows));
        }
        return new Page(rows, blocks);
    }

    /** The rows from a position on, at most this many. */
    public static Page slice(Page page, int from, int count) {
        int rows = Math.min(count, page.rows() - from);
        if (from == 0 && rows == page.rows()) {
            return page;
        }
        int[] positions = new int[rows];
        Arrays.setAll(positions, i -> from + i);
        return select(page, positions, rows);
    }

    /**
     * As {@link Page#select}; but a dictionary of which few entries are left is rewritten, so that a page is not charged
     * for texts it does not show.
     */
    public static Page select(Page page, int[] positions, int count) {
        return new Page(count, page.blocks().stream().map(block -> select(block, positions, count)).toList());
    }

    /** As {@link #select(Page, int[], int)}, for one column. */
    public static Block select(Block block, int[] positions, int count) {
        Block selected = block.select(positions, count);
        return selected instanceof StringBlock strings && strings.dictionary().length > SPARSE * (count + 1)
                ? compact(strings)
                : selected;
    }

    private static StringBlock compact(StringBlock block) {
        Map<Integer, Integer> newIds = new HashMap<>();
        List<String> dictionary = new ArrayList<>();
        int[] ids = new int[block.size()];
        for (int row = 0; row < ids.length; row++) {
            Integer id = newIds.putIfAbsent(block.ids()[row], dictionary.size());
            if (id == null) {
                id = dictionary.size();
                dictionary.add(block.dictionary()[block.ids()[row]]);
            }
            ids[row] = id;
        }
        return new StringBlock(dictionary.toArray(String[]::new), ids, ids.length);
    }

    private static Block concat(ScalarType type, List<Block> parts, int rows) {
        if (parts.stream().allMatch(StringBlock.class::isInstance) && type == ScalarType.STRING) {
            return concatStrings(parts, rows);
        }
        if (parts.stream().allMatch(LongBlock.class::isInstance) && type.isLongBacked()) {
            return concatLongs(type, parts, rows);
        }
        BlockBuilder builder = BlockBuilder.of(type, rows);
        for (Block part : parts) {
            for (int row = 0; row < part.size(); row++) {
                builder.append(part.get(row));
            }
        }
        return builder.build();
    }

    private static Block concatLongs(ScalarType type, List<Block> parts, int rows) {
        long[] values = new long[rows];
        BitSet nulls = new BitSet();
        int at = 0;
        for (Block part : parts) {
            LongBlock longs = (LongBlock) part;
            System.arraycopy(longs.values(), 0, values, at, longs.size());
            if (longs.nulls() != null) {
                for (int row = longs.nulls().nextSetBit(0); row >= 0 && row < longs.size(); row = longs.nulls()
                        .nextSetBit(row + 1)) {
                    nulls.set(at + row);
                }
            }
            at += longs.size();
        }
        return new LongBlock(type, values, nulls.isEmpty() ? null : nulls, rows);
    }

    private static Block concatStrings(List<Block> parts, int rows) {
        Map<String, Integer> idsByText = new HashMap<>();
        List<String> dictionary = new ArrayList<>();
        int[] ids = new int[rows];
        int at = 0;
        for (Block part : parts) {
            StringBlock strings = (StringBlock) part;
            int[] known = new int[strings.dictionary().length];
            for (int row = 0; row < strings.size(); row++) {
                int id = strings.ids()[row];
                if (known[id] == 0) {
                    known[id] = 1 + idOf(strings.dictionary()[id], idsByText, dictionary);
                }
                ids[at++] = known[id] - 1;
            }
        }
        return new StringBlock(dictionary.toArray(String[]::new), ids, rows);
    }

    private static int idOf(String text, Map<String, Integer> idsByText, List<String> dictionary) {
        Integer id = idsByText.putIfAbsent(text, dictionary.size());
        if (id == null) {
            dictionary.add(text);
            return dictionary.size() - 1;
        }
        return id;
    }
}

package dev.harrier.kql.exec;

import dev.harrier.kql.expr.CompiledExpression;
import dev.harrier.kql.expr.Evaluator;
import dev.harrier.kql.exec.JoinNarrowing.Side;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.ConstantBlock;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Join;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Keeps the right side by key, then lets the left side pass by it; a small left side is read first. */
final class JoinSource implements PageSource {

    private final Join join;
    private final Schema schema;
    private final JoinInputs inputs;
    private final List<CompiledExpression> leftKeys;
    private final List<CompiledExpression> rightKeys;
    private final QueryContext context;
    private final MemoryCharge charge;
    private PageSource right;
    private PageSource left;
    private SlicedPage heldLeft;
    private JoinTable table;
    private BitSet matchedKeys;
    private Probe probe;
    private SlicedPage rest;

    JoinSource(Join join, JoinInputs inputs, QueryContext context) {
        this.join = join;
        this.schema = join.schema();
        this.inputs = inputs;
        this.leftKeys = Evaluator.compileAll(join.keys().stream().map(Join.Key::left).toList(), join.left().schema(),
                context);
        this.rightKeys = Evaluator.compileAll(join.keys().stream().map(Join.Key::right).toList(), join.right().schema(),
                context);
        this.context = context;
        this.charge = new MemoryCharge(context, "join", join.span());
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Page next() {
        if (table == null) {
            build();
        }
        while (rest == null) {
            if (probe != null && probe.hasMore()) {
                return probe.next(context.pageSize());
            }
            Page page = heldLeft == null ? left.next() : heldLeft.next();
            if (page == null) {
                rest = new SlicedPage(rowsOfTheRight(), context);
            } else {
                Page answer = take(page);
                if (answer != null) {
                    return answer;
                }
            }
        }
        return rest.next();
    }

    private void build() {
        if (inputs.leftFirst()) {
            left = inputs.whole(Side.LEFT);
            Page page = PageBuffer.readAll(left, charge);
            heldLeft = new SlicedPage(page, context);
            KeyIndex keys = new KeyIndex(join.keys().stream().map(key -> key.left().type()).toList());
            keys.add(blocks(leftKeys, page), page.rows());
            long held = 2 * keys.bytes();
            charge.add(held);
            buildRight(inputs.narrowed(Side.RIGHT, keys.keys()));
            charge.add(-held);
        } else {
            buildRight(inputs.whole(Side.RIGHT));
            left = inputs.narrowed(Side.LEFT, table.keys());
        }
    }

    private void buildRight(PageSource source) {
        right = source;
        Page page = PageBuffer.readAll(right, charge);
        right.close();
        table = new JoinTable(page, blocks(rightKeys, page),
                join.keys().stream().map(key -> key.right().type()).toList(), isLookup());
        charge.add(table.bytes());
        matchedKeys = new BitSet();
    }

    /** A lookup leaves the right side's keys out. The engine gives its partners of one row last one first. */
    private boolean isLookup() {
        return join.rightNames().contains(null);
    }

    /** Rows of the answer where each left row stands at most once; {@code null} where pairs are made instead. */
    private Page take(Page page) {
        int[] keys = table.find(blocks(leftKeys, page), page.rows());
        return switch (join.kind()) {
            case LEFT_SEMI -> withPartner(page, keys, true);
            case LEFT_ANTI -> withPartner(page, keys, false);
            case RIGHT_SEMI, RIGHT_ANTI -> {
                mark(keys);
                yield null;
            }
            case INNER_UNIQUE -> {
                int[] firstOnly = firstOfEachKey(keys);
                probe = new Probe(page, firstOnly, false);
                yield null;
            }
            case INNER -> {
                probe = new Probe(page, keys, false);
                yield null;
            }
            case LEFT_OUTER -> {
                probe = new Probe(page, keys, true);
                yield null;
            }
            case RIGHT_OUTER -> {
                mark(keys);
                probe = new Probe(page, keys, false);
                yield null;
            }
            case FULL_OUTER -> {
                mark(keys);
                probe = new Probe(page, keys, true);
                yield null;
            }
        };
    }

    private void mark(int[] keys) {
        for (int key : keys) {
            if (key >= 0) {
                matchedKeys.set(key);
            }
        }
    }

    private int[] firstOfEachKey(int[] keys) {
        int[] first = keys.clone();
        for (int row = 0; row < keys.length; row++) {
            if (keys[row] >= 0 && matchedKeys.get(keys[row])) {
                first[row] = -1;
            } else if (keys[row] >= 0) {
                matchedKeys.set(keys[row]);
            }
        }
        return first;
    }

    private static Page withPartner(Page page, int[] keys, boolean wanted) {
        int[] kept = new int[keys.length];
        int count = 0;
        for (int row = 0; row < keys.length; row++) {
            if (keys[row] >= 0 == wanted) {
                kept[count++] = row;
            }
        }
        return Blocks.select(page, kept, count);
    }

    /** What the right side contributes once the left side has ended. */
    private Page rowsOfTheRight() {
        return switch (join.kind()) {
            case RIGHT_SEMI -> table.rows(matchedKeys, true);
            case RIGHT_ANTI -> table.rows(matchedKeys, false);
            case RIGHT_OUTER, FULL_OUTER -> withoutLeft(table.rows(matchedKeys, false));
            case INNER_UNIQUE, INNER, LEFT_OUTER, LEFT_SEMI, LEFT_ANTI -> Blocks.concat(schema, List.of());
        };
    }

    private Page withoutLeft(Page rows) {
        List<Block> blocks = new ArrayList<>(schema.size());
        for (Column column : join.left().schema().columns()) {
            blocks.add(new ConstantBlock(column.type(), column.type() == ScalarType.STRING ? "" : null, rows.rows()));
        }
        addRight(rows.blocks(), blocks);
        return new Page(rows.rows(), blocks);
    }

    private void addRight(List<Block> columns, List<Block> blocks) {
        for (int i = 0; i < columns.size(); i++) {
            if (join.rightNames().get(i) != null) {
                blocks.add(columns.get(i));
            }
        }
    }

    private static Block[] blocks(List<CompiledExpression> expressions, Page page) {
        return expressions.stream().map(expression -> expression.evaluate(page)).toArray(Block[]::new);
    }

    @Override
    public void close() {
        charge.close();
        if (right != null) {
            right.close();
        }
        if (left != null) {
            left.close();
        }
    }

    /** The pairs of one left page, a bounded number at a time. */
    private final class Probe {
        private final Page page;
        private final int[] keys;
        private final boolean keepUnmatched;
        private int row;
        private int partner;

        private Probe(Page page, int[] keys, boolean keepUnmatched) {
            this.page = page;
            this.keys = keys;
            this.keepUnmatched = keepUnmatched;
            this.partner = page.rows() == 0 ? -1 : table.first(keys[0]);
        }

        private boolean hasMore() {
            return row < page.rows();
        }

        private Page next(int most) {
            int[] leftRows = new int[most];
            int[] rightRows = new int[most];
            int count = 0;
            while (count < most && hasMore()) {
                if (partner >= 0) {
                    leftRows[count] = row;
                    rightRows[count++] = partner;
                    partner = table.next(partner);
                } else if (keepUnmatched && keys[row] < 0) {
                    leftRows[count] = row;
                    rightRows[count++] = -1;
                }
                if (partner < 0 && ++row < page.rows()) {
                    partner = table.first(keys[row]);
                }
            }
            List<Block> blocks = new ArrayList<>(schema.size());
            blocks.addAll(Blocks.select(page, leftRows, count).blocks());
            addRight(table.select(rightRows, count).blocks(), blocks);
            return new Page(count, blocks);
        }
    }
}

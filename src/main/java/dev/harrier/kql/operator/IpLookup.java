package dev.harrier.kql.operator;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.IpNetworks;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Pairs of rows whose addresses are of one network; a row of the input without a partner comes out with nulls if wanted.
 *
 * @param address the input's column
 * @param network the lookup's column
 * @param added the lookup's columns, as they are called in the result
 */
record IpLookup(String name, PlanNode input, PlanNode lookup, String address, String network, String match,
        List<Column> added, boolean unmatched, boolean lookupFirst, SourceSpan span) implements Extension {
    @Override
    public Schema schema() {
        List<Column> columns = new ArrayList<>(lookupFirst ? added : input.schema().columns());
        columns.addAll(lookupFirst ? input.schema().columns() : added);
        return Schema.of(columns);
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of(input, lookup);
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return new IpLookup(name, inputs.getFirst(), inputs.getLast(), address, network, match, added, unmatched,
                lookupFirst, span);
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return new Source(inputs.getFirst(), inputs.getLast(), context);
    }

    /** Holds the lookup's rows, then finds the partners of each row, page by page. */
    private final class Source implements PageSource {
        private final PageSource rows;
        private final PageSource lookupRows;
        private final QueryContext context;
        private final Schema schema = IpLookup.this.schema();
        private Page held;
        private IpNetworks networks;
        private long charged;
        private Page page;
        private int[][] partners;
        private int row;
        private int partner;

        Source(PageSource rows, PageSource lookupRows, QueryContext context) {
            this.rows = rows;
            this.lookupRows = lookupRows;
            this.context = context;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public Page next() {
            context.check();
            if (networks == null) {
                hold();
            }
            while (page == null || row >= page.rows()) {
                page = rows.next();
                row = 0;
                partner = 0;
                if (page == null) {
                    return null;
                }
                find();
            }
            return pairs();
        }

        private void hold() {
            List<Page> pages = new ArrayList<>();
            for (Page some = lookupRows.next(); some != null; some = lookupRows.next()) {
                context.check();
                long bytes = 3 * some.bytes() + 100L * some.rows();
                context.memory().charge(bytes, name, span);
                charged += bytes;
                pages.add(some);
            }
            held = Blocks.concat(lookupRows.schema(), pages.isEmpty() ? List.of(empty()) : pages);
            Block texts = held.block(lookupRows.schema().position(network));
            networks = new IpNetworks(match.startsWith("ipv4"));
            for (int i = 0; i < held.rows(); i++) {
                networks.add((String) texts.get(i), i);
            }
        }

        private Page empty() {
            List<Block> blocks = new ArrayList<>();
            lookupRows.schema().columns().forEach(column -> blocks
                    .add(dev.harrier.kql.page.BlockBuilder.of(column.type(), 1).build()));
            return new Page(0, blocks);
        }

        private void find() {
            Block texts = page.block(rows.schema().position(address));
            partners = new int[page.rows()][];
            for (int i = 0; i < partners.length; i++) {
                int[] found = networks.matches((String) texts.get(i));
                partners[i] = found.length == 0 && unmatched ? new int[]{-1} : found;
            }
        }

        private Page pairs() {
            int most = Math.max(1, context.pageSize());
            int[] left = new int[most];
            int[] right = new int[most];
            int filled = 0;
            while (filled < most && row < page.rows()) {
                if (partner < partners[row].length) {
                    left[filled] = row;
                    right[filled++] = partners[row][partner++];
                } else {
                    row++;
                    partner = 0;
                }
            }
            List<Block> own = Blocks.select(page, left, filled).blocks();
            List<Block> looked = Blocks.select(held, right, filled).blocks();
            List<Block> blocks = new ArrayList<>(lookupFirst ? looked : own);
            blocks.addAll(lookupFirst ? own : looked);
            return new Page(filled, blocks);
        }

        @Override
        public void close() {
            context.memory().release(charged);
            rows.close();
            lookupRows.close();
        }
    }
}

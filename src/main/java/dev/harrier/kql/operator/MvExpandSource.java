package dev.harrier.kql.operator;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Runs {@link MvExpand}; a long array is spread over as many pages as it needs. */
final class MvExpandSource implements PageSource {
    private final MvExpand plan;
    private final PageSource input;
    private final QueryContext context;
    private final Schema schema;
    private final int[] sources;

    private Page page;
    private int row;
    private List<List<Dynamic>> elements;
    private int count;
    private int element;

    MvExpandSource(MvExpand plan, PageSource input, QueryContext context) {
        this.plan = plan;
        this.input = input;
        this.context = context;
        this.schema = plan.schema();
        this.sources = plan.columns().stream().mapToInt(column -> input.schema().position(column.name())).toArray();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Page next() {
        context.check();
        if (page == null) {
            page = input.next();
            row = 0;
            elements = null;
        }
        return page == null ? null : expand();
    }

    private Page expand() {
        int most = Math.max(1, context.pageSize());
        int[] rows = new int[most];
        long[] positions = new long[most];
        List<BlockBuilder> builders = new ArrayList<>();
        plan.columns().forEach(column -> builders.add(BlockBuilder.of(column.type(), most)));
        int filled = 0;
        while (filled < most && row < page.rows()) {
            if (elements == null) {
                open();
            }
            while (filled < most && element < count) {
                rows[filled] = row;
                positions[filled] = element;
                append(builders);
                element++;
                filled++;
            }
            if (element >= count) {
                elements = null;
                row++;
            }
        }
        Page result = page(rows, positions, builders, filled);
        if (row >= page.rows()) {
            page = null;
        }
        return result;
    }

    private void open() {
        elements = new ArrayList<>(sources.length);
        count = 0;
        element = 0;
        for (int source : sources) {
            List<Dynamic> own = elementsOf((Dynamic) page.block(source).get(row));
            elements.add(own);
            count = Math.max(count, own.size());
        }
        count = (int) Math.min(count, plan.limit());
    }

    /** A null is one null; an empty array is nothing. */
    private List<Dynamic> elementsOf(Dynamic value) {
        return switch (value) {
            case null -> Collections.singletonList(null);
            case Dynamic.Array array -> array.elements();
            case Dynamic.Bag bag -> entries(bag);
            default -> List.of(value);
        };
    }

    private List<Dynamic> entries(Dynamic.Bag bag) {
        List<Dynamic> entries = new ArrayList<>(bag.properties().size());
        for (Map.Entry<String, Dynamic> entry : bag.properties().entrySet()) {
            if (plan.bagsAsArrays()) {
                List<Dynamic> pair = new ArrayList<>(2);
                pair.add(new Dynamic.Text(entry.getKey()));
                pair.add(entry.getValue());
                entries.add(new Dynamic.Array(Collections.unmodifiableList(pair)));
            } else {
                entries.add(new Dynamic.Bag(Collections.singletonMap(entry.getKey(), entry.getValue())));
            }
        }
        return entries;
    }

    private void append(List<BlockBuilder> builders) {
        for (int i = 0; i < builders.size(); i++) {
            List<Dynamic> own = elements.get(i);
            Dynamic value = element < own.size() ? own.get(element) : null;
            builders.get(i).append(Dynamics.to(plan.columns().get(i).type(), value));
        }
    }

    private Page page(int[] rows, long[] positions, List<BlockBuilder> builders, int filled) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < page.blocks().size(); i++) {
            int expanded = expandedAt(i);
            blocks.add(expanded < 0 ? page.block(i).select(rows, filled) : builders.get(expanded).build());
        }
        if (plan.index().isPresent()) {
            blocks.add(index(positions, filled));
        }
        return new Page(filled, blocks);
    }

    private int expandedAt(int position) {
        for (int i = 0; i < sources.length; i++) {
            if (sources[i] == position) {
                return i;
            }
        }
        return -1;
    }

    private static Block index(long[] positions, int filled) {
        BlockBuilder builder = BlockBuilder.of(ScalarType.LONG, filled);
        for (int i = 0; i < filled; i++) {
            builder.appendLong(positions[i]);
        }
        return builder.build();
    }

    @Override
    public void close() {
        input.close();
    }
}

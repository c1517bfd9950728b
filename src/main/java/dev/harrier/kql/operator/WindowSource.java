package dev.harrier.kql.operator;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.type.Schema;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** Runs {@link Window}. Reads ahead only as far as {@code next} looks. */
final class WindowSource implements PageSource {
    private final Window plan;
    private final PageSource input;
    private final QueryContext context;
    private final Schema schema;
    private final List<WindowState> states = new ArrayList<>();
    private final Deque<Page> ahead = new ArrayDeque<>();
    private final long reach;
    private long rowsAhead;
    private long charged;
    private boolean ended;

    WindowSource(Window plan, PageSource input, QueryContext context) {
        this.plan = plan;
        this.input = input;
        this.context = context;
        this.schema = plan.schema();
        long furthest = 0;
        for (Window.Computed column : plan.columns()) {
            states.add(WindowState.of(column));
            furthest = column.function() == WindowFunction.NEXT ? Math.max(furthest, column.offset()) : furthest;
        }
        this.reach = furthest;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Page next() {
        context.check();
        while (!ended && (ahead.isEmpty() || rowsAhead - ahead.getFirst().rows() < reach)) {
            read();
        }
        Page page = ahead.pollFirst();
        if (page == null) {
            return null;
        }
        rowsAhead -= page.rows();
        release(page);
        return compute(page);
    }

    private void read() {
        Page page = input.next();
        if (page == null) {
            ended = true;
        } else if (page.rows() > 0) {
            long bytes = reach == 0 ? 0 : page.bytes();
            context.memory().charge(bytes, plan.name(), plan.span());
            charged += bytes;
            rowsAhead += page.rows();
            ahead.addLast(page);
        }
    }

    private void release(Page page) {
        long bytes = reach == 0 ? 0 : page.bytes();
        context.memory().release(bytes);
        charged -= bytes;
    }

    private Page compute(Page page) {
        List<Block> blocks = new ArrayList<>(page.blocks());
        for (int i = 0; i < states.size(); i++) {
            Window.Computed column = plan.columns().get(i);
            BlockBuilder builder = BlockBuilder.of(column.type(), page.rows());
            if (column.function() == WindowFunction.NEXT) {
                lookAhead(column, page, builder);
            } else {
                step(states.get(i), column, page, builder);
            }
            blocks.add(builder.build());
        }
        return new Page(page.rows(), blocks);
    }

    private void step(WindowState state, Window.Computed column, Page page, BlockBuilder builder) {
        int[] positions = column.arguments().stream().mapToInt(input.schema()::position).toArray();
        Object[] arguments = new Object[positions.length];
        for (int row = 0; row < page.rows(); row++) {
            for (int i = 0; i < positions.length; i++) {
                arguments[i] = page.block(positions[i]).get(row);
            }
            builder.append(state.next(arguments));
        }
    }

    private void lookAhead(Window.Computed column, Page page, BlockBuilder builder) {
        int position = input.schema().position(column.arguments().getFirst());
        Iterator<Page> following = ahead.iterator();
        Page current = page;
        long start = 0;
        for (int row = 0; row < page.rows(); row++) {
            long target = row + column.offset();
            while (current != null && target >= start + current.rows()) {
                start += current.rows();
                current = following.hasNext() ? following.next() : null;
            }
            builder.append(current == null ? column.otherwise() : current.block(position).get((int) (target - start)));
        }
    }

    @Override
    public void close() {
        context.memory().release(charged);
        charged = 0;
        input.close();
    }
}

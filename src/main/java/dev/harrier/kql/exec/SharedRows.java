package dev.harrier.kql.exec;

import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Shared;
import dev.harrier.kql.type.Schema;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** The rows of a {@code materialize}, computed at the first use and kept until the query ends. */
final class SharedRows {

    private final Schema schema;
    private final Supplier<PageSource> input;
    private final MemoryCharge charge;
    private List<Page> pages;

    SharedRows(Shared shared, Supplier<PageSource> input, QueryContext context) {
        this.schema = shared.schema();
        this.input = input;
        this.charge = new MemoryCharge(context, "materialize", shared.span());
    }

    PageSource use() {
        return new Use();
    }

    private synchronized List<Page> pages() {
        if (pages == null) {
            try (PageSource source = input.get()) {
                PageBuffer buffer = new PageBuffer(schema, charge);
                for (Page page = source.next(); page != null; page = source.next()) {
                    buffer.add(page);
                }
                pages = List.copyOf(buffer.pages());
            }
        }
        return pages;
    }

    synchronized void release() {
        charge.close();
    }

    /** One reading of the rows. */
    private final class Use implements PageSource {
        private Iterator<Page> iterator;

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public Page next() {
            if (iterator == null) {
                iterator = pages().iterator();
            }
            return iterator.hasNext() ? iterator.next() : null;
        }

        @Override
        public void close() {
            // The rows are kept for other uses.
        }
    }
}

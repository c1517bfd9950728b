package dev.harrier.kql.exec;

import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** Pages kept in memory, charged while they are. */
final class PageBuffer {

    /** Arrays are indexed by int, and doubled while they grow. */
    private static final long MAX_ROWS = 1L << 30;

    private final Schema schema;
    private final MemoryCharge charge;
    private final List<Page> pages = new ArrayList<>();
    private long rows;

    PageBuffer(Schema schema, MemoryCharge charge) {
        this.schema = schema;
        this.charge = charge;
    }

    static Page readAll(PageSource source, MemoryCharge charge) {
        PageBuffer buffer = new PageBuffer(source.schema(), charge);
        for (Page page = source.next(); page != null; page = source.next()) {
            buffer.add(page);
        }
        return buffer.merge();
    }

    void add(Page page) {
        if (page.rows() == 0) {
            return;
        }
        charge.add(page.bytes());
        pages.add(page);
        rows += page.rows();
        if (rows > MAX_ROWS) {
            throw new QueryFailure.LimitExceeded("E_RUNAWAY_QUERY", "an operator would hold more than " + MAX_ROWS
                    + " rows; filter earlier or summarize", "", null);
        }
    }

    long rows() {
        return rows;
    }

    List<Page> pages() {
        return pages;
    }

    /** All rows as one page, which also takes the place of the pages in this buffer. */
    Page merge() {
        if (pages.size() != 1) {
            long before = pages.stream().mapToLong(Page::bytes).sum();
            charge.add(before);
            Page merged = Blocks.concat(schema, pages);
            pages.clear();
            pages.add(merged);
            charge.add(merged.bytes() - 2 * before);
        }
        return pages.getFirst();
    }

    /** Keeps only these rows. */
    void replace(Page kept) {
        long before = pages.stream().mapToLong(Page::bytes).sum();
        pages.clear();
        pages.add(kept);
        rows = kept.rows();
        charge.add(kept.bytes() - before);
    }
}

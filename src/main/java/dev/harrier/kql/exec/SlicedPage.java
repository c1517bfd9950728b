package dev.harrier.kql.exec;

import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryContext;

/** Hands out one large page in pages of the size that the query aims for. */
final class SlicedPage {

    private final Page page;
    private final int pageSize;
    private int at;

    SlicedPage(Page page, QueryContext context) {
        this.page = page;
        this.pageSize = context.pageSize();
    }

    Page next() {
        if (at >= page.rows()) {
            return null;
        }
        Page slice = Blocks.slice(page, at, pageSize);
        at += slice.rows();
        return slice;
    }
}

package dev.harrier.kql.exec;

import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.plan.Limit;
import dev.harrier.kql.type.Schema;

/** The first rows of its input, which it reads no further than needed. */
final class LimitSource implements PageSource {

    private final PageSource input;
    private long left;

    LimitSource(Limit limit, PageSource input) {
        this.input = input;
        this.left = limit.count();
    }

    @Override
    public Schema schema() {
        return input.schema();
    }

    @Override
    public Page next() {
        if (left <= 0) {
            return null;
        }
        Page page = input.next();
        if (page == null) {
            return null;
        }
        Page cut = page.rows() <= left ? page : Blocks.slice(page, 0, (int) left);
        left -= cut.rows();
        return cut;
    }

    @Override
    public void close() {
        input.close();
    }
}

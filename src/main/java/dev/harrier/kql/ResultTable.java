package dev.harrier.kql;

import dev.harrier.kql.bind.Visualization;
import dev.harrier.kql.page.Blocks;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.type.SourceSpan;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.type.Schema;
import java.util.Optional;
import java.util.function.Supplier;

/** One table of an answer, read page by page; computed while it is read. */
public final class ResultTable {

    /** The code of an answer that is larger than allowed. */
    public static final String TOO_LARGE = "E_QUERY_RESULT_SET_TOO_LARGE";

    private final String name;
    private final Schema schema;
    private final Optional<Visualization> visualization;
    private final Supplier<PageSource> open;
    private final long maxRows;
    private final long maxBytes;
    private PageSource source;
    private long rows;
    private long bytes;

    ResultTable(String name, Schema schema, Optional<Visualization> visualization, Supplier<PageSource> open,
            long maxRows, long maxBytes) {
        this.name = name;
        this.schema = schema;
        this.visualization = visualization;
        this.open = open;
        this.maxRows = maxRows;
        this.maxBytes = maxBytes;
    }

    public String name() {
        return name;
    }

    public Schema schema() {
        return schema;
    }

    public Optional<Visualization> visualization() {
        return visualization;
    }

    /**
     * The next page with rows, or {@code null} at the end. A reader that wants a partial answer keeps what it has when
     * this fails: the pages before hold the first rows, up to the limit.
     *
     * @throws QueryFailure.LimitExceeded with code {@link #TOO_LARGE} after the last row that the limits allow, if there
     *             are more
     * @throws QueryFailure if a limit is reached, the query is cancelled, or storage fails
     */
    public Page next() {
        try {
            Page page = nextWithRows();
            return page == null ? null : withinLimits(page);
        } catch (StackOverflowError tooDeep) {
            throw new QueryFailure.LimitExceeded("E_QUERY_TOO_COMPLEX", "the query nests too deeply, or joins too many "
                    + "conditions in one expression; write long lists with 'in', and split long conditions", "query",
                    SourceSpan.NONE);
        }
    }

    private Page nextWithRows() {
        if (source == null) {
            source = open.get();
        }
        Page page = source.next();
        while (page != null && page.rows() == 0) {
            page = source.next();
        }
        return page;
    }

    private Page withinLimits(Page page) {
        if (rows >= maxRows || bytes >= maxBytes) {
            throw tooLarge();
        }
        Page allowed = Blocks.slice(page, 0, (int) Math.min(page.rows(), maxRows - rows));
        rows += allowed.rows();
        bytes += allowed.bytes();
        if (allowed.rows() < page.rows()) {
            rows = maxRows;
            source = new Exhausted(source);
        }
        return allowed;
    }

    private QueryFailure.LimitExceeded tooLarge() {
        String limit = rows >= maxRows ? maxRows + " records" : maxBytes / (1024 * 1024) + " MB";
        return new QueryFailure.LimitExceeded(TOO_LARGE,
                "the result '" + name + "' has more than " + limit
                        + "; filter or summarize, or raise the limit with 'set truncationmaxrecords' or "
                        + "'set notruncation'",
                "result", null);
    }

    /** Fails at the next page: rows of the last one were left out. */
    private final class Exhausted implements PageSource {
        private final PageSource cut;

        private Exhausted(PageSource cut) {
            this.cut = cut;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public Page next() {
            throw tooLarge();
        }

        @Override
        public void close() {
            cut.close();
        }
    }
}

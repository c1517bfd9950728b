package dev.harrier.kql.exec;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.plan.Values;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;

/** The rows that the query text gives. */
final class ValuesSource implements PageSource {

    private final Schema schema;
    private final SlicedPage pages;

    ValuesSource(Values values, QueryContext context) {
        this.schema = values.schema();
        this.pages = new SlicedPage(page(values), context);
    }

    private static Page page(Values values) {
        List<Block> blocks = new ArrayList<>();
        for (int column = 0; column < values.schema().size(); column++) {
            BlockBuilder builder = BlockBuilder.of(values.schema().column(column).type(), values.rows().size());
            for (List<Object> row : values.rows()) {
                builder.append(row.get(column));
            }
            blocks.add(builder.build());
        }
        return new Page(values.rows().size(), blocks);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Page next() {
        return pages.next();
    }

    @Override
    public void close() {
        // Holds nothing but the query's own text.
    }
}

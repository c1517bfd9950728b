package dev.harrier.search;

import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One row, computed when it is asked for. */
final class SinglePage implements PageSource {
    private final Schema schema;
    private Supplier<List<?>> row;

    SinglePage(Schema schema, Supplier<List<?>> row) {
        this.schema = schema;
        this.row = row;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Page next() {
        if (row == null) {
            return null;
        }
        List<?> values = row.get();
        row = null;
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            BlockBuilder builder = BlockBuilder.of(schema.column(i).type(), 1);
            builder.append(values.get(i));
            blocks.add(builder.build());
        }
        return new Page(1, blocks);
    }

    @Override
    public void close() {
        row = null;
    }
}

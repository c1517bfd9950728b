package dev.harrier.kql.exec;

import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.type.Schema;
import java.util.List;

/** The rows of all legs, one leg after the other. */
final class UnionSource implements PageSource {

    private final Schema schema;
    private final List<? extends PageSource> legs;
    private int current;

    UnionSource(Schema schema, List<? extends PageSource> legs) {
        this.schema = schema;
        this.legs = legs;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Page next() {
        while (current < legs.size()) {
            Page page = legs.get(current).next();
            if (page != null) {
                return page;
            }
            legs.get(current++).close();
        }
        return null;
    }

    @Override
    public void close() {
        legs.forEach(PageSource::close);
    }
}

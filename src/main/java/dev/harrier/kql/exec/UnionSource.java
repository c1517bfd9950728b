package dev.harrier.kql.exec;

import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.type.Schema;
import java.util.List;

/** The rows of all legs, one leg after the other, while the storages of the next legs already work. */
final class UnionSource implements PageSource {

    private static final int LEGS_AHEAD = 3;

    private final Schema schema;
    private final List<Leg> legs;
    private int current;
    private int started;

    /** @param scans what the leg reads as soon as it is asked for rows */
    record Leg(PageSource rows, List<ScanSource> scans) {}

    UnionSource(Schema schema, List<Leg> legs) {
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
            startAhead();
            Page page = legs.get(current).rows().next();
            if (page != null) {
                return page;
            }
            legs.get(current++).rows().close();
        }
        return null;
    }

    private void startAhead() {
        while (started < legs.size() && started <= current + LEGS_AHEAD) {
            legs.get(started++).scans().forEach(ScanSource::start);
        }
    }

    @Override
    public void close() {
        legs.forEach(leg -> leg.rows().close());
    }
}

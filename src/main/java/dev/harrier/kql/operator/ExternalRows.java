package dev.harrier.kql.operator;

import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.plan.Extension;
import dev.harrier.kql.plan.PlanNode;
import dev.harrier.kql.table.ExternalData;
import dev.harrier.kql.type.Schema;
import dev.harrier.kql.type.SourceSpan;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The records at some locations, one location after the other, read as they are needed. */
record ExternalRows(Schema schema, List<Part> parts, boolean skipFirst, ExternalData data, SourceSpan span)
        implements
            Extension {

    /** A location, and how it is written there. */
    record Part(String location, ExternalFormat format) {}

    @Override
    public String name() {
        return "externaldata";
    }

    @Override
    public boolean readsOutside() {
        return true;
    }

    @Override
    public List<PlanNode> inputs() {
        return List.of();
    }

    @Override
    public PlanNode withInputs(List<PlanNode> inputs) {
        return this;
    }

    @Override
    public PageSource run(List<PageSource> inputs, QueryContext context) {
        return new Source(context);
    }

    private final class Source implements PageSource {
        private final QueryContext context;
        private int next;
        private InputStream stream;
        private ExternalFormat.Records records;
        private long charged;

        Source(QueryContext context) {
            this.context = context;
        }

        @Override
        public Schema schema() {
            return schema;
        }

        @Override
        public Page next() {
            context.check();
            context.memory().release(charged);
            charged = 0;
            List<BlockBuilder> builders = new ArrayList<>();
            schema.columns().forEach(column -> builders.add(BlockBuilder.of(column.type(), 16)));
            int rows = 0;
            while (rows < context.pageSize() && (records != null || next < parts.size())) {
                Object[] values = read();
                if (values != null) {
                    for (int i = 0; i < values.length; i++) {
                        builders.get(i).append(values[i]);
                    }
                    rows++;
                }
            }
            if (rows == 0) {
                return null;
            }
            long bytes = builders.stream().mapToLong(BlockBuilder::bytes).sum();
            context.memory().charge(bytes, name(), span);
            charged = bytes;
            return new Page(rows, builders.stream().map(BlockBuilder::build).toList());
        }

        /** The next record; {@code null} at the end of a location. */
        private Object[] read() {
            String location = parts.get(records == null ? next : next - 1).location();
            try {
                if (records == null) {
                    Part part = parts.get(next++);
                    stream = data.open(part.location(), context);
                    records = part.format().read(stream, schema, skipFirst);
                }
                Object[] values = records.next();
                if (values == null) {
                    closeStream();
                }
                return values;
            } catch (IOException failure) {
                context.check();
                throw new QueryFailure.StorageFailed("the external data at " + URI.create(location).getHost()
                        + " could not be read: " + failure.getMessage(), failure);
            }
        }

        private void closeStream() throws IOException {
            InputStream ended = stream;
            stream = null;
            records = null;
            if (ended != null) {
                ended.close();
            }
        }

        @Override
        public void close() {
            context.memory().release(charged);
            charged = 0;
            try {
                closeStream();
            } catch (IOException ignored) {
                // Nothing more is read from it.
            }
        }
    }
}

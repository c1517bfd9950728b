package dev.harrier.search;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.catalog.StoredFields;
import dev.harrier.kql.page.Block;
import dev.harrier.kql.page.BlockBuilder;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.QueryContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the hits of a search answer into pages, without an object per row. */
final class RowPageReader {
    private final List<RowRequest.Read> reads;
    private final QueryContext context;
    private final Map<String, List<Integer>> byField = new HashMap<>();
    private final Map<String, List<Integer>> bySource = new HashMap<>();
    private final List<Page> pages = new ArrayList<>();
    private final Object[] values;
    private BlockBuilder[] builders;
    private int buffered;
    private int rows;
    private JsonNode lastSort;

    RowPageReader(List<RowRequest.Read> reads, QueryContext context) {
        this.reads = reads;
        this.context = context;
        this.values = new Object[reads.size()];
        for (int i = 0; i < reads.size(); i++) {
            RowRequest.Read read = reads.get(i);
            Map<String, List<Integer>> map = read.isStored() ? bySource : byField;
            String name = read.isStored() ? read.storedName() : read.target().get().field();
            map.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
        }
        newBuilders();
    }

    private void newBuilders() {
        builders = new BlockBuilder[reads.size()];
        for (int i = 0; i < builders.length; i++) {
            builders[i] = BlockBuilder.of(reads.get(i).column().source().type(), Math.min(context.pageSize(), 1024));
        }
        buffered = 0;
    }

    int rows() {
        return rows;
    }

    JsonNode lastSort() {
        return lastSort;
    }

    /** The pages read; to be called once, after the last hit. */
    List<Page> pages() {
        if (buffered > 0) {
            finishPage();
        }
        return pages;
    }

    private void finishPage() {
        List<Block> blocks = new ArrayList<>(builders.length);
        for (BlockBuilder builder : builders) {
            blocks.add(builder.build());
        }
        pages.add(new Page(buffered, blocks));
        newBuilders();
    }

    void readHits(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            java.util.Arrays.fill(values, null);
            readHit(parser);
            for (int i = 0; i < values.length; i++) {
                builders[i].append(values[i]);
            }
            rows++;
            buffered++;
            if (buffered == context.pageSize()) {
                finishPage();
            }
        }
    }

    private void readHit(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "fields" -> readFields(parser);
                case "_source" -> readSource(parser);
                case "_id" -> readId(parser.getText());
                case "sort" -> lastSort = parser.readValueAsTree();
                default -> parser.skipChildren();
            }
        }
    }

    private void readId(String id) {
        bySource.getOrDefault(StoredFields.ITEM_ID, List.of()).forEach(column -> values[column] = id);
    }

    private void readFields(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            List<Integer> columns = byField.getOrDefault(parser.currentName(), List.of());
            parser.nextToken();
            if (columns.isEmpty() || parser.nextToken() == JsonToken.END_ARRAY) {
                parser.skipChildren();
                continue;
            }
            for (int column : columns) {
                values[column] = CellReader.docValue(parser, reads.get(column).column().source().type());
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parser.skipChildren();
            }
        }
    }

    private void readSource(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            List<Integer> columns = bySource.getOrDefault(parser.currentName(), List.of());
            parser.nextToken();
            if (columns.isEmpty()) {
                parser.skipChildren();
            } else {
                SourceCell cell = SourceCell.read(parser);
                for (int column : columns) {
                    values[column] = cell.as(reads.get(column).column().source());
                }
            }
        }
    }
}

package dev.harrier.search;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.table.ScanRequest.RowScan;
import dev.harrier.kql.type.Schema;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Reads rows page by page: from a point in time, so that all pages see the same rows, and with the total asked for on
 * every page, because a scan that ends before its total is a wrong answer and must fail.
 */
final class RowScanSource implements PageSource {
    private static final String KEEP_ALIVE = "2m";
    private final SearchTransport transport;
    private final SearchTable table;
    private final RowScan scan;
    private final RowRequest request;
    private final QueryContext context;
    private final Deque<Page> pending = new ArrayDeque<>();
    private final long wanted;
    private long fetched;
    private long total = Long.MAX_VALUE;
    private String pointInTime;
    private JsonNode searchAfter;
    private boolean ended;

    RowScanSource(SearchTransport transport, SearchTable table, RowScan scan, ObjectNode query, TableFacts facts,
            QueryContext context) {
        this.transport = transport;
        this.table = table;
        this.scan = scan;
        this.request = RowRequest.of(scan, query, facts);
        this.context = context;
        this.wanted = scan.limit().orElse(Long.MAX_VALUE);
        // Without an index there is nothing that a point in time could be of.
        this.ended = wanted == 0 || facts.rows() == 0;
    }

    @Override
    public Schema schema() {
        return scan.schema();
    }

    @Override
    public Page next() {
        while (pending.isEmpty() && !ended) {
            fetch();
        }
        return pending.poll();
    }

    private void fetch() {
        int size = (int) Math.min(RowRequest.PAGE, wanted - fetched);
        boolean onePage = wanted <= RowRequest.PAGE;
        ObjectNode body = request.body(size);
        String path = "/_search";
        if (onePage) {
            path = "/" + table.indices() + "/_search?ignore_unavailable=true";
        } else if (!continueInPointInTime(body)) {
            ended = true;
            return;
        }
        RowPageReader reader = new RowPageReader(request.reads(), context);
        transport.send("POST", path, body, context, parser -> read(parser, reader));
        pending.addAll(reader.pages());
        fetched += reader.rows();
        searchAfter = reader.lastSort();
        ended = onePage || fetched >= Math.min(wanted, total) || reader.rows() == 0;
        if (ended && fetched < Math.min(wanted, total)) {
            throw new QueryFailure.StorageFailed("OpenSearch gave " + fetched + " of " + total + " rows", null);
        }
    }

    /** @return false if the table has no index any more */
    private boolean continueInPointInTime(ObjectNode body) {
        if (pointInTime == null) {
            JsonNode answer = transport.tree("POST", "/" + table.indices()
                    + "/_search/point_in_time?ignore_unavailable=true&allow_partial_pit_creation=false&keep_alive="
                    + KEEP_ALIVE, null, context);
            if (!answer.path("pit_id").isTextual()) {
                return false;
            }
            pointInTime = answer.path("pit_id").asText();
        }
        body.putObject("pit").put("id", pointInTime).put("keep_alive", KEEP_ALIVE);
        ((ArrayNode) body.get("sort")).add(Dsl.wrap("_shard_doc", Dsl.object().put("order", "asc")));
        if (searchAfter != null) {
            body.set("search_after", searchAfter);
        }
        return true;
    }

    private Void read(JsonParser parser, RowPageReader reader) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "timed_out" -> failIf(parser.getBooleanValue(), "the search timed out");
                case "_shards" -> failIf(parser.<JsonNode>readValueAsTree().path("failed").asInt() > 0,
                        "a part of the index did not answer");
                case "hits" -> readHits(parser, reader);
                default -> parser.skipChildren();
            }
        }
        return null;
    }

    private void readHits(JsonParser parser, RowPageReader reader) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "total" -> total = parser.<JsonNode>readValueAsTree().path("value").asLong();
                case "hits" -> reader.readHits(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private static void failIf(boolean failed, String message) {
        if (failed) {
            throw new QueryFailure.StorageFailed(message, null);
        }
    }

    @Override
    public void close() {
        ended = true;
        pending.clear();
        if (pointInTime != null) {
            ObjectNode body = Dsl.object();
            body.putArray("pit_id").add(pointInTime);
            pointInTime = null;
            transport.release(body);
        }
    }
}

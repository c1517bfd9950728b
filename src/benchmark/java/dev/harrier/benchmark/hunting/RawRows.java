package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.HashMap;

/** Reads many rows in the fastest way known: a point in time, doc values only, no stored fields, large pages. */
final class RawRows {
    private static final int PAGE = 10_000;
    private static final JsonFactory JSON = new ObjectMapper().getFactory();
    private final Index index;
    private final List<String> fields;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<String[]> rows = new ArrayList<>();
    private String sort;
    private long total;

    private RawRows(Index index, List<String> fields) {
        this.index = index;
        this.fields = fields;
        fields.forEach(field -> places.put(field, places.size()));
    }

    /** All rows that pass the filters, as text; times in ISO form, empty for a missing value. */
    static List<String[]> read(Index index, String indices, List<String> fields, String... filters) {
        RawRows reading = new RawRows(index, fields);
        String point = index
                .call("POST", "/" + indices + "/_search/point_in_time?keep_alive=2m&ignore_unavailable=true",
                        "")
                .path("pit_id").asText();
        try {
            do {
                reading.page(point, String.join(",", filters));
            } while (reading.rows.size() < reading.total);
        } finally {
            index.call("DELETE", "/_search/point_in_time", "{'pit_id':['" + point + "']}");
        }
        return reading.rows;
    }

    private void page(String point, String filters) {
        StringBuilder values = new StringBuilder();
        for (String field : fields) {
            values.append(values.isEmpty() ? "" : ",").append(field.equals("TimeGenerated")
                    ? "{'field':'TimeGenerated','format':'strict_date_optional_time_nanos'}"
                    : "'" + field + "'");
        }
        String body = "{'size':" + PAGE + ",'track_total_hits':true,'_source':false,'stored_fields':'_none_',"
                + "'docvalue_fields':[" + values + "],'query':{'bool':{'filter':[" + filters + "]}},'pit':{'id':'"
                + point
                + "','keep_alive':'2m'},'sort':[{'_shard_doc':'asc'}]"
                + (sort == null ? "" : ",'search_after':" + sort) + "}";
        int before = rows.size();
        try (InputStream in = index.http().stream("/_search?request_cache=false", Index.bytes(body));
                JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            members(parser, name -> {
                switch (name) {
                    case "hits" -> hits(parser);
                    case "timed_out" -> require(!parser.getBooleanValue());
                    default -> parser.skipChildren();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        require(rows.size() > before || total == before);
    }

    /** What to do with one member, whose value is the current token. */
    @FunctionalInterface
    private interface Member {
        void read(String name) throws IOException;
    }

    private static void members(JsonParser parser, Member member) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            member.read(name);
        }
    }

    private void hits(JsonParser parser) throws IOException {
        members(parser, name -> {
            switch (name) {
                case "total" -> total = parser.<JsonNode>readValueAsTree().path("value").asLong();
                case "hits" -> {
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        hit(parser);
                    }
                }
                default -> parser.skipChildren();
            }
        });
    }

    private void hit(JsonParser parser) throws IOException {
        String[] row = new String[fields.size()];
        java.util.Arrays.fill(row, "");
        members(parser, name -> {
            switch (name) {
                case "fields" -> members(parser, field -> {
                    parser.nextToken();
                    row[places.get(field)] = parser.getText();
                    parser.nextToken();
                });
                case "sort" -> sort = parser.readValueAsTree().toString();
                default -> parser.skipChildren();
            }
        });
        rows.add(row);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalStateException("OpenSearch gave a part of the rows");
        }
    }
}

package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.StringJoiner;

/** OpenSearch, asked by hand. Bodies are JSON with single quotes. */
final class Index {
    private static final String SEARCH = "/_search?request_cache=false&ignore_unavailable=true";
    private final Http http;
    private final long events;

    Index(URI url, long events) {
        this.http = new Http(url);
        this.events = events;
    }

    /** How many events of the benchmark are loaded. */
    long events() {
        return events;
    }

    /** All indices of a table. */
    static String all(String table) {
        return "harrier.default." + table.toLowerCase(Locale.ROOT) + ".*";
    }

    /** The indices of a table that hold the last days. */
    static String last(String table, int days) {
        StringJoiner names = new StringJoiner(",");
        YearMonth month = YearMonth.from(SignInEvents.END.minus(Duration.ofDays(days + 1L)).atZone(ZoneOffset.UTC));
        YearMonth newest = YearMonth.from(SignInEvents.END.atZone(ZoneOffset.UTC));
        while (!month.isAfter(newest)) {
            names.add("harrier.default." + table.toLowerCase(Locale.ROOT) + "." + month);
            month = month.plusMonths(1);
        }
        return names.toString();
    }

    /** The bytes of a search's answer. */
    byte[] search(String indices, String body) {
        return http.send("POST", "/" + indices + SEARCH, "application/json", bytes(body)).orFail();
    }

    byte[] countBytes(String indices, String query) {
        return http.send("POST", "/" + indices + "/_count?ignore_unavailable=true", "application/json",
                bytes("{'query':" + query + "}")).orFail();
    }

    /** Reads rows; see {@link RawRows}. */
    Http http() {
        return http;
    }

    long count(String table) {
        return call("GET", "/" + all(table) + "/_count", "").path("count").asLong();
    }

    JsonNode call(String method, String path, String body) {
        return Api.json(http.send(method, path, "application/json", bytes(body)).orFail());
    }

    static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}

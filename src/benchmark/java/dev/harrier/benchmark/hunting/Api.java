package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The service, as any client sees it. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORKSPACE = "/api/v1/workspaces/default";
    private final Http http;

    Api(URI url) {
        this.http = new Http(url);
    }

    /** The answer as bytes; the query runs as if it were the end of the benchmark's events. */
    byte[] query(String kql) {
        return tryQuery(kql).orFail();
    }

    Http.Reply tryQuery(String kql) {
        return tryQuery(kql, null);
    }

    /** @param timespan as in the API, or {@code null} */
    Http.Reply tryQuery(String kql, String timespan) {
        return http.send("POST", WORKSPACE + "/queries", "application/json", body(kql, timespan));
    }

    void validate(String kql) {
        http.send("POST", WORKSPACE + "/queries:validate", "application/json", body(kql, null)).orFail();
    }

    String explain(String kql) {
        return http.send("POST", WORKSPACE + "/queries:explain", "application/json", body(kql, null)).text();
    }

    private static byte[] body(String kql, String timespan) {
        ObjectNode body = JSON.createObjectNode().put("query", kql);
        if (timespan != null) {
            body.put("timespan", timespan);
        }
        body.putObject("options").put("queryNow", SignInEvents.END.toString());
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Takes in events and returns the report. */
    JsonNode ingest(byte[] lines) {
        return json(http.send("POST", WORKSPACE + "/ingest", "application/x-ndjson", lines).orFail());
    }

    boolean isReady() {
        try {
            return http.send("GET", "/q/health/ready", "", new byte[0]).status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A question as somebody who knows OpenSearch asks it. */
@FunctionalInterface
interface HandWritten {
    /**
     * Asks, until the last byte is there; this is timed. What it returns makes rows of the bytes, in the form of the
     * service's answer: whole numbers, doubles, strings, times as {@link Cells#time}, lists for dynamic arrays.
     */
    Supplier<List<List<Object>>> ask(Index index);

    /** One search whose answer holds all rows. */
    static HandWritten search(String indices, String body, Function<JsonNode, Stream<List<Object>>> rows) {
        return index -> {
            byte[] answer = index.search(indices, body);
            return () -> rows.apply(complete(Api.json(answer))).toList();
        };
    }

    /** One count. */
    static HandWritten count(String indices, String query) {
        return index -> {
            byte[] answer = index.countBytes(indices, query);
            return () -> List.of(List.of(Api.json(answer).path("count").asLong()));
        };
    }

    /** @throws IllegalStateException if a part did not answer */
    static JsonNode complete(JsonNode answer) {
        if (answer.path("timed_out").asBoolean() || answer.path("_shards").path("failed").asInt() > 0) {
            throw new IllegalStateException("OpenSearch gave a part of the answer");
        }
        return answer;
    }
}

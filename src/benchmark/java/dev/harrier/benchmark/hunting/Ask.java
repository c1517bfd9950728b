package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Parts of requests by hand, with single quotes, and of the answers to them. */
final class Ask {
    static final String PEOPLE = "AADNonInteractiveUserSignInLogs";
    static final String CLASSIC = "SigninLogs";
    static final String SERVICES = "AADServicePrincipalSignInLogs";
    static final String MANAGED = "AADManagedIdentitySignInLogs";
    /** Not a success. */
    static final String FAILED = "{'bool':{'must_not':[{'term':{'ResultType':'0'}}]}}";
    static final String SUCCEEDED = "{'term':{'ResultType':'0'}}";
    static final String USER = "UserPrincipalName";
    /** More than there are users. */
    static final int ALL_USERS = 12_000;

    private Ask() {}

    /** Everything later than so many days before the end; to the digit, since OpenSearch rounds up what is left out. */
    static String since(int days) {
        return "{'range':{'TimeGenerated':{'gt':'" + Cells.time(SignInEvents.END.minus(Duration.ofDays(days)).toString())
                + "'}}}";
    }

    static String term(String field, String value) {
        return "{'term':{'" + field + "':'" + value + "'}}";
    }

    /** A search of groups only, over the rows that pass all filters. */
    static String groups(String aggregations, String... filters) {
        String query = filters.length == 0
                ? ""
                : "'query':{'bool':{'filter':[" + String.join(",", filters) + "]}},";
        return "{'size':0,'track_total_hits':false," + query + "'aggs':{" + aggregations + "}}";
    }

    /** Groups of one field, exact while there are no more than {@code size}. */
    static String terms(String field, int size, String inner) {
        return "'g':{'terms':{'field':'" + field + "','size':" + size + "}" + inner(inner) + "}";
    }

    static String hours(String inner) {
        return "'g':{'date_histogram':{'field':'TimeGenerated','fixed_interval':'1h','min_doc_count':1}" + inner(inner)
                + "}";
    }

    /** Groups of several fields, or of bins for sources such as {@code 1h}, in one page. */
    static String composite(int size, String inner, String... sources) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sources.length; i++) {
            String kind = sources[i].matches("\\d+[hd]")
                    ? "'date_histogram':{'field':'TimeGenerated','fixed_interval':'" + sources[i] + "'}"
                    : "'terms':{'field':'" + sources[i] + "'}";
            text.append(i == 0 ? "" : ",").append("{'k").append(i).append("':{").append(kind).append("}}");
        }
        return "'g':{'composite':{'size':" + size + ",'sources':[" + text + "]}" + inner(inner) + "}";
    }

    private static String inner(String aggregations) {
        return aggregations.isEmpty() ? "" : ",'aggs':{" + aggregations + "}";
    }

    /** The groups of an answer, which must be all there are. */
    static Stream<JsonNode> buckets(JsonNode answer) {
        JsonNode groups = answer.path("aggregations").path("g");
        if (groups.path("sum_other_doc_count").asLong() > 0) {
            throw new IllegalStateException("there are more groups");
        }
        return stream(groups.path("buckets"));
    }

    /** The groups of a composite answer, which must be fewer than asked for. */
    static Stream<JsonNode> page(JsonNode answer, int size) {
        JsonNode buckets = answer.path("aggregations").path("g").path("buckets");
        if (buckets.size() >= size) {
            throw new IllegalStateException("there may be more groups than " + size);
        }
        return stream(buckets);
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static List<Object> keyAndCount(JsonNode bucket) {
        return List.of(bucket.path("key").asText(), bucket.path("doc_count").asLong());
    }

    static List<Object> timeAndCount(JsonNode bucket) {
        return List.of(Cells.time(bucket.path("key").asLong()), bucket.path("doc_count").asLong());
    }

    static String key(JsonNode bucket, int number) {
        return bucket.path("key").path("k" + number).asText();
    }
}

package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts and statistics by one key or several. */
final class GroupShapes {
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final int RESULTS = 40;
    private static final int HOURS_OF_DAY = 24;
    private static final int WINDOW = 30;

    private GroupShapes() {}

    static List<Shape> all() {
        return List.of(hourly("failures-by-hour", " | where ResultType != 0", Ask.FAILED),
                hourly("all-by-hour", ""), hourAndResult(),
                Shape.pushed("top-users",
                        "AADNonInteractiveUserSignInLogs | where ResultType != 0 | summarize Failures = count() by UserPrincipalName | sort by Failures desc, UserPrincipalName asc | take 10",
                        HandWritten.search(Index.all(Ask.PEOPLE),
                                Ask.groups("'g':{'terms':{'field':'UserPrincipalName','size':10,'shard_size':12000}}",
                                        Ask.FAILED),
                                answer -> Ask.stream(answer.path("aggregations").path("g").path("buckets"))
                                        .map(Ask::keyAndCount)))
                        .inOrder(),
                Shape.pushed("count-by-user",
                        "AADNonInteractiveUserSignInLogs | summarize Events = count() by UserPrincipalName",
                        HandWritten.search(Index.all(Ask.PEOPLE),
                                Ask.groups(Ask.terms(Ask.USER, Ask.ALL_USERS, "")),
                                answer -> Ask.buckets(answer).map(Ask::keyAndCount))),
                Shape.pushed("count-by-result",
                        "AADNonInteractiveUserSignInLogs | summarize Events = count() by ResultType",
                        HandWritten.search(Index.all(Ask.PEOPLE), Ask.groups(Ask.terms("ResultType", RESULTS, "")),
                                answer -> Ask.buckets(answer).map(Ask::keyAndCount))),
                countIf(), statistics(), userAndApp(), appAndPlace(), hourOfDay(), series(), union());
    }

    private static Shape hourly(String name, String where, String... filters) {
        return Shape.pushed(name,
                "AADNonInteractiveUserSignInLogs" + where + " | summarize Events = count() by bin(TimeGenerated, 1h)",
                HandWritten.search(Index.all(Ask.PEOPLE), Ask.groups(Ask.hours(""), filters),
                        answer -> Ask.buckets(answer).map(Ask::timeAndCount)));
    }

    private static Shape hourAndResult() {
        String kql = "AADNonInteractiveUserSignInLogs | summarize Events = count() by bin(TimeGenerated, 1h), ResultType";
        return Shape.pushed("hour-and-result", kql, index -> {
            int size = (int) SignInEvents.days(index.events()) * HOURS_OF_DAY * RESULTS;
            byte[] answer = index.search(Index.all(Ask.PEOPLE),
                    Ask.groups(Ask.composite(size, "", "1h", "ResultType")));
            return () -> Ask.page(Api.json(answer), size).<List<Object>>map(bucket -> List.of(
                    Cells.time(bucket.path("key").path("k0").asLong()), Ask.key(bucket, 1),
                    bucket.path("doc_count").asLong())).toList();
        }).or("result > hour",
                HandWritten.search(Index.all(Ask.PEOPLE), Ask.groups(Ask.terms("ResultType", RESULTS, Ask.hours(""))),
                        answer -> Ask.buckets(answer)
                                .flatMap(result -> Ask.stream(result.path("g").path("buckets"))
                                        .map(hour -> List.of(Cells.time(hour.path("key").asLong()),
                                                result.path("key").asText(), hour.path("doc_count").asLong())))));
    }

    private static Shape countIf() {
        return Shape.pushed("countif-by-user",
                "AADNonInteractiveUserSignInLogs | summarize Events = count(), Failures = countif(ResultType != 0) by UserPrincipalName",
                HandWritten.search(Index.all(Ask.PEOPLE),
                        Ask.groups(Ask.terms(Ask.USER, Ask.ALL_USERS, "'f':{'filter':" + Ask.FAILED + "}")),
                        answer -> Ask.buckets(answer).map(bucket -> List.of(bucket.path("key").asText(),
                                bucket.path("doc_count").asLong(), bucket.path("f").path("doc_count").asLong()))))
                .or("two aggregations",
                        HandWritten.search(Index.all(Ask.PEOPLE),
                                Ask.groups(Ask.terms(Ask.USER, Ask.ALL_USERS, "") + ",'f':{'filter':" + Ask.FAILED
                                        + ",'aggs':{" + Ask.terms(Ask.USER, Ask.ALL_USERS, "") + "}}"),
                                GroupShapes::joined));
    }

    private static Stream<List<Object>> joined(JsonNode answer) {
        Map<String, Long> failures = new HashMap<>();
        answer.path("aggregations").path("f").path("g").path("buckets")
                .forEach(bucket -> failures.put(bucket.path("key").asText(), bucket.path("doc_count").asLong()));
        return Ask.buckets(answer).map(bucket -> List.of(bucket.path("key").asText(), bucket.path("doc_count").asLong(),
                failures.getOrDefault(bucket.path("key").asText(), 0L)));
    }

    private static Shape statistics() {
        return Shape.pushed("statistics-by-app",
                "AADNonInteractiveUserSignInLogs | summarize Events = count(), Least = min(DurationMs), Most = max(DurationMs), Total = sum(DurationMs), Mean = avg(DurationMs) by AppDisplayName",
                HandWritten.search(Index.all(Ask.PEOPLE),
                        Ask.groups(Ask.terms("AppDisplayName", 100, "'s':{'stats':{'field':'DurationMs'}}")),
                        answer -> Ask.buckets(answer).map(bucket -> {
                            JsonNode found = bucket.path("s");
                            return List.of(bucket.path("key").asText(), bucket.path("doc_count").asLong(),
                                    found.path("min").asLong(), found.path("max").asLong(), found.path("sum").asLong(),
                                    found.path("avg").asDouble());
                        })));
    }

    private static Shape userAndApp() {
        int size = 300_000;
        return Shape.pushed("count-by-user-and-app",
                "AADNonInteractiveUserSignInLogs | summarize Events = count() by UserPrincipalName, AppDisplayName",
                HandWritten.search(Index.all(Ask.PEOPLE),
                        Ask.groups(Ask.composite(size, "", Ask.USER, "AppDisplayName")),
                        answer -> Ask.page(answer, size).map(bucket -> List.of(Ask.key(bucket, 0), Ask.key(bucket, 1),
                                bucket.path("doc_count").asLong()))))
                .or("app > user",
                        HandWritten.search(Index.all(Ask.PEOPLE),
                                Ask.groups(Ask.terms("AppDisplayName", 100, Ask.terms(Ask.USER, Ask.ALL_USERS, ""))),
                                answer -> Ask.buckets(answer)
                                        .flatMap(app -> Ask.stream(app.path("g").path("buckets"))
                                                .map(user -> List.of(user.path("key").asText(),
                                                        app.path("key").asText(),
                                                        user.path("doc_count").asLong())))));
    }

    private static Shape appAndPlace() {
        return Shape.pushed("distinct-app-and-place",
                "SigninLogs | where TimeGenerated > ago(30d) | distinct AppDisplayName, Location",
                HandWritten.search(Index.last(Ask.CLASSIC, WINDOW),
                        Ask.groups(Ask.composite(10_000, "", "AppDisplayName", "Location"), Ask.since(WINDOW)),
                        answer -> Ask.page(answer, 10_000)
                                .map(bucket -> List.of(Ask.key(bucket, 0), Ask.key(bucket, 1)))))
                .or("app > place",
                        HandWritten.search(Index.last(Ask.CLASSIC, WINDOW),
                                Ask.groups(Ask.terms("AppDisplayName", 100, Ask.terms("Location", 300, "")),
                                        Ask.since(WINDOW)),
                                answer -> Ask.buckets(answer)
                                        .flatMap(app -> Ask.stream(app.path("g").path("buckets"))
                                                .map(place -> List.of(app.path("key").asText(),
                                                        place.path("key").asText())))));
    }

    private static Shape hourOfDay() {
        return Shape.pushed("hour-of-day",
                "AADNonInteractiveUserSignInLogs | summarize Events = count() by Hour = hourofday(TimeGenerated)",
                HandWritten.search(Index.all(Ask.PEOPLE), Ask.groups(Ask.hours("")), answer -> {
                    Map<Long, Long> counts = new TreeMap<>();
                    Ask.buckets(answer)
                            .forEach(bucket -> counts.merge(bucket.path("key").asLong() / HOUR % HOURS_OF_DAY,
                                    bucket.path("doc_count").asLong(), Long::sum));
                    return counts.entrySet().stream().map(entry -> List.of(entry.getKey(), entry.getValue()));
                }));
    }

    private static Shape series() {
        Instant from = SignInEvents.END.minus(Duration.ofDays(WINDOW));
        String span = "datetime(" + from + ") to datetime(" + SignInEvents.END + ")";
        return Shape.pushed("make-series",
                "SigninLogs | where TimeGenerated > ago(30d) | make-series Events = count() default = 0 on TimeGenerated from "
                        + span + " step 1h | project Events",
                HandWritten.search(Index.last(Ask.CLASSIC, WINDOW), Ask.groups(Ask.hours(""), Ask.since(WINDOW)),
                        answer -> {
                            Long[] counts = new Long[WINDOW * HOURS_OF_DAY];
                            java.util.Arrays.fill(counts, 0L);
                            Ask.buckets(answer).forEach(bucket -> counts[(int) ((bucket.path("key").asLong()
                                    - from.toEpochMilli()) / HOUR)] = bucket.path("doc_count").asLong());
                            return Stream.of(List.of(List.of(counts)));
                        }));
    }

    private static Shape union() {
        return Shape.pushed("union-by-stream-and-day",
                "union SigninLogs, AADNonInteractiveUserSignInLogs, AADServicePrincipalSignInLogs, AADManagedIdentitySignInLogs | where TimeGenerated > ago(30d) | summarize Events = count(), Failures = countif(ResultType != 0) by Type, bin(TimeGenerated, 1d)",
                HandWritten.search(
                        String.join(",", SignInEvents.TABLES.stream().map(table -> Index.last(table, WINDOW)).toList()),
                        Ask.groups(Ask.terms("Type", 10,
                                "'d':{'date_histogram':{'field':'TimeGenerated','fixed_interval':'1d','min_doc_count':1},'aggs':{'f':{'filter':"
                                        + Ask.FAILED + "}}}"),
                                Ask.since(WINDOW)),
                        answer -> Ask.buckets(answer)
                                .flatMap(type -> Ask.stream(type.path("d").path("buckets"))
                                        .map(day -> streamAndDay(type, day)))));
    }

    private static List<Object> streamAndDay(JsonNode type, JsonNode day) {
        return new ArrayList<>(List.of(type.path("key").asText(), Cells.time(day.path("key").asLong()),
                day.path("doc_count").asLong(), day.path("f").path("doc_count").asLong()));
    }
}

package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Distinct values by key, latest rows by key, and rules over such groups. */
final class SetShapes {
    /** More than there are pairs of a user and an address. */
    private static final int PAIRS = 90_000;
    private static final String LATEST = "'t':{'top_hits':{'size':1,'sort':[{'TimeGenerated':'desc'}],'_source':false,"
            + "'docvalue_fields':[{'field':'TimeGenerated','format':'strict_date_optional_time_nanos'},'IPAddress','Location','AppDisplayName']}}";

    private SetShapes() {}

    static List<Shape> all() {
        return List.of(
                Shape.pushed("addresses-by-user",
                        "AADNonInteractiveUserSignInLogs | summarize Addresses = dcount(IPAddress) by UserPrincipalName",
                        pairs(Ask.PEOPLE, 0)),
                Shape.pushed("many-addresses-in-failures",
                        "AADNonInteractiveUserSignInLogs | where ResultType != 0 | summarize Addresses = dcount(IPAddress) by UserPrincipalName | where Addresses > 4",
                        pairs(Ask.PEOPLE, 4, Ask.FAILED)),
                Shape.pushed("users-altogether",
                        "AADNonInteractiveUserSignInLogs | summarize Users = count_distinct(UserPrincipalName)",
                        HandWritten.search(Index.all(Ask.PEOPLE), Ask.groups(Ask.terms(Ask.USER, Ask.ALL_USERS, "")),
                                answer -> Stream.of(List.of(Ask.buckets(answer).count())))),
                addressSets(), latestByUser(), latestByUserAndApp(), spray());
    }

    private static HandWritten pairs(String table, int moreThan, String... filters) {
        return HandWritten.search(Index.all(table),
                Ask.groups(Ask.composite(PAIRS, "", Ask.USER, "IPAddress"), filters), answer -> {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    Ask.page(answer, PAIRS).forEach(bucket -> counts.merge(Ask.key(bucket, 0), 1L, Long::sum));
                    return counts.entrySet().stream().filter(entry -> entry.getValue() > moreThan)
                            .map(entry -> List.of(entry.getKey(), entry.getValue()));
                });
    }

    private static Shape addressSets() {
        return Shape.pushed("address-sets-by-user",
                "SigninLogs | summarize Addresses = array_sort_asc(make_set(IPAddress)) by UserPrincipalName",
                HandWritten.search(Index.all(Ask.CLASSIC), Ask.groups(Ask.composite(PAIRS, "", Ask.USER, "IPAddress")),
                        answer -> {
                            Map<String, Set<String>> sets = new LinkedHashMap<>();
                            Ask.page(answer, PAIRS).forEach(bucket -> sets
                                    .computeIfAbsent(Ask.key(bucket, 0), user -> new TreeSet<>())
                                    .add(Ask.key(bucket, 1)));
                            return sets.entrySet().stream()
                                    .map(entry -> List.of(entry.getKey(), Cells.sortedSet(entry.getValue())));
                        }));
    }

    private static Shape latestByUser() {
        String kql = "SigninLogs | summarize arg_max(TimeGenerated, IPAddress, Location, AppDisplayName) by UserPrincipalName";
        return Shape.pushed("latest-by-user", kql,
                HandWritten.search(Index.all(Ask.CLASSIC), Ask.groups(Ask.terms(Ask.USER, Ask.ALL_USERS, LATEST)),
                        answer -> Ask.buckets(answer)
                                .map(bucket -> latest(List.of(bucket.path("key").asText()), bucket))))
                .or("composite",
                        HandWritten.search(Index.all(Ask.CLASSIC),
                                Ask.groups(Ask.composite(Ask.ALL_USERS, LATEST, Ask.USER)),
                                answer -> Ask.page(answer, Ask.ALL_USERS)
                                        .map(bucket -> latest(List.of(Ask.key(bucket, 0)), bucket))))
                .or("collapse", HandWritten.search(Index.all(Ask.CLASSIC),
                        "{'size':12000,'track_total_hits':true,'query':{'bool':{'filter':[{'match_all':{}}]}},'collapse':{'field':'UserPrincipalName'},'sort':[{'TimeGenerated':'desc'}],"
                                + "'_source':false,'docvalue_fields':['UserPrincipalName',{'field':'TimeGenerated','format':'strict_date_optional_time_nanos'},'IPAddress','Location','AppDisplayName']}",
                        answer -> Ask.stream(answer.path("hits").path("hits")).map(hit -> row(
                                List.of(hit.path("fields").path(Ask.USER).path(0).asText()), hit.path("fields")))));
    }

    private static Shape latestByUserAndApp() {
        int size = 100_000;
        return Shape.pushed("latest-by-user-and-app",
                "SigninLogs | where TimeGenerated > ago(7d) | summarize arg_max(TimeGenerated, IPAddress, Location) by UserPrincipalName, AppDisplayName",
                HandWritten.search(Index.last(Ask.CLASSIC, 7),
                        Ask.groups(Ask.composite(size, LATEST, Ask.USER, "AppDisplayName"), Ask.since(7)),
                        answer -> Ask.page(answer, size).map(bucket -> {
                            List<Object> row = latest(List.of(Ask.key(bucket, 0), Ask.key(bucket, 1)), bucket);
                            return row.subList(0, 5);
                        })));
    }

    private static List<Object> latest(List<Object> key, JsonNode bucket) {
        return row(key, bucket.path("t").path("hits").path("hits").path(0).path("fields"));
    }

    private static List<Object> row(List<Object> key, JsonNode fields) {
        List<Object> row = new java.util.ArrayList<>(key);
        row.add(Cells.time(fields.path("TimeGenerated").path(0).asText()));
        for (String field : List.of("IPAddress", "Location", "AppDisplayName")) {
            row.add(fields.path(field).path(0).asText());
        }
        return row;
    }

    /** Many users refused from one address on one day. */
    private static Shape spray() {
        int size = 200_000;
        return Shape.pushed("password-spray",
                "AADNonInteractiveUserSignInLogs | where ResultType == '50126' | summarize Users = dcount(UserPrincipalName), Attempts = count() by IPAddress, bin(TimeGenerated, 1d) | where Users > 5",
                HandWritten.search(Index.all(Ask.PEOPLE),
                        Ask.groups(Ask.composite(size, "", "IPAddress", "1d", Ask.USER),
                                Ask.term("ResultType", "50126")),
                        answer -> sprays(Ask.page(answer, size))));
    }

    private static Stream<List<Object>> sprays(Stream<JsonNode> buckets) {
        Map<List<Object>, long[]> groups = new HashMap<>();
        buckets.forEach(bucket -> {
            long[] group = groups.computeIfAbsent(
                    List.of(Ask.key(bucket, 0), Cells.time(bucket.path("key").path("k1").asLong())),
                    key -> new long[2]);
            group[0]++;
            group[1] += bucket.path("doc_count").asLong();
        });
        return groups.entrySet().stream().filter(entry -> entry.getValue()[0] > 5)
                .map(entry -> List.of(entry.getKey().get(0), entry.getKey().get(1), entry.getValue()[0],
                        entry.getValue()[1]));
    }
}

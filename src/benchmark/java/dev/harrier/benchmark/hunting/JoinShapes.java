package dev.harrier.benchmark.hunting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Two tables, or one twice. */
final class JoinShapes {
    private static final int WEEK = 7;

    private JoinShapes() {}

    static List<Shape> all() {
        return List.of(
                Shape.pushed("users-in",
                        "let locked = SigninLogs | where ResultType == '50053' and TimeGenerated > ago(14d) | distinct UserPrincipalName; AADNonInteractiveUserSignInLogs | where ResultType == 0 and UserPrincipalName in (locked) | summarize Events = count() by UserPrincipalName",
                        JoinShapes::usersIn),
                Shape.pushed("users-not-in",
                        "let known = SigninLogs | distinct UserPrincipalName; AADNonInteractiveUserSignInLogs | where UserPrincipalName !in (known) | summarize Events = count() by UserPrincipalName",
                        JoinShapes::usersNotIn),
                Shape.pushed("join-of-groups",
                        "SigninLogs | where ResultType != 0 and TimeGenerated > ago(7d) | summarize Failures = count() by UserPrincipalName | join kind=inner (AADNonInteractiveUserSignInLogs | where ResultType == 0 and TimeGenerated > ago(7d) | summarize Tokens = count() by UserPrincipalName) on UserPrincipalName | project UserPrincipalName, Failures, Tokens",
                        JoinShapes::joinOfGroups),
                Shape.pushed("semi-join",
                        "AADNonInteractiveUserSignInLogs | where TimeGenerated > ago(7d) | join kind=leftsemi (SigninLogs | where ResultType == '50053' and TimeGenerated > ago(7d)) on SessionId | summarize Events = count() by UserPrincipalName",
                        JoinShapes::semiJoin));
    }

    private static java.util.function.Supplier<List<List<Object>>> usersIn(Index index) {
        JsonNode locked = Api.json(index.search(Index.last(Ask.CLASSIC, 14),
                Ask.groups(Ask.terms(Ask.USER, Ask.ALL_USERS, ""), Ask.term("ResultType", "50053"), Ask.since(14))));
        return counted(index, Index.all(Ask.PEOPLE), Ask.SUCCEEDED, among(Ask.USER, Ask.buckets(locked).toList()));
    }

    private static java.util.function.Supplier<List<List<Object>>> usersNotIn(Index index) {
        JsonNode known = Api.json(
                index.search(Index.all(Ask.CLASSIC), Ask.groups(Ask.terms(Ask.USER, Ask.ALL_USERS, ""))));
        return counted(index, Index.all(Ask.PEOPLE),
                "{'bool':{'must_not':[" + among(Ask.USER, Ask.buckets(known).toList()) + "]}}");
    }

    private static java.util.function.Supplier<List<List<Object>>> semiJoin(Index index) {
        JsonNode sessions = Api.json(index.search(Index.last(Ask.CLASSIC, WEEK),
                Ask.groups(Ask.terms("SessionId", 60_000, ""), Ask.term("ResultType", "50053"), Ask.since(WEEK))));
        return counted(index, Index.last(Ask.PEOPLE, WEEK), Ask.since(WEEK),
                among("SessionId", Ask.buckets(sessions).toList()));
    }

    private static String among(String field, List<JsonNode> buckets) {
        return "{'terms':{'" + field + "':[" + buckets.stream().map(bucket -> "'" + bucket.path("key").asText() + "'")
                .collect(Collectors.joining(",")) + "]}}";
    }

    private static java.util.function.Supplier<List<List<Object>>> counted(Index index, String indices,
            String... filters) {
        byte[] answer = index.search(indices, Ask.groups(Ask.terms(Ask.USER, Ask.ALL_USERS, ""), filters));
        return () -> Ask.buckets(Api.json(answer)).map(Ask::keyAndCount).toList();
    }

    private static java.util.function.Supplier<List<List<Object>>> joinOfGroups(Index index) {
        String groups = Ask.terms(Ask.USER, Ask.ALL_USERS, "");
        byte[] failures = index.search(Index.last(Ask.CLASSIC, WEEK),
                Ask.groups(groups, Ask.FAILED, Ask.since(WEEK)));
        byte[] tokens = index.search(Index.last(Ask.PEOPLE, WEEK),
                Ask.groups(groups, Ask.SUCCEEDED, Ask.since(WEEK)));
        return () -> {
            Map<String, Long> right = new HashMap<>();
            Ask.buckets(Api.json(tokens))
                    .forEach(bucket -> right.put(bucket.path("key").asText(), bucket.path("doc_count").asLong()));
            List<List<Object>> rows = new ArrayList<>();
            Ask.buckets(Api.json(failures)).filter(bucket -> right.containsKey(bucket.path("key").asText()))
                    .forEach(bucket -> rows.add(List.of(bucket.path("key").asText(), bucket.path("doc_count").asLong(),
                            right.get(bucket.path("key").asText()))));
            return rows;
        };
    }
}

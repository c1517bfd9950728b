package dev.harrier.benchmark.hunting;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Filters of all kinds, with a count or a small summary behind them. */
final class FilterShapes {
    private FilterShapes() {}

    static List<Shape> all() {
        return List.of(
                Shape.pushed("count-week",
                        "AADNonInteractiveUserSignInLogs | where TimeGenerated > ago(7d) and ResultType == '50126' and AppDisplayName == 'Microsoft Teams' | count",
                        HandWritten.count(Index.last(Ask.PEOPLE, 7),
                                filter(Ask.since(7), Ask.term("ResultType", "50126"),
                                        Ask.term("AppDisplayName", "Microsoft Teams")))),
                Shape.pushed("count-failures",
                        "AADNonInteractiveUserSignInLogs | where ResultType != 0 | count",
                        HandWritten.count(Index.all(Ask.PEOPLE), filter(Ask.FAILED))),
                byUser("has", "UserAgent has 'python'", Ask.term("UserAgent.h", "python")),
                byUser("contains", "UserPrincipalName contains 'ADM-'",
                        "{'wildcard':{'UserPrincipalName.lc':{'value':'*adm-*'}}}"),
                Shape.pushed("contains-unique",
                        "AADNonInteractiveUserSignInLogs | where CorrelationId contains 'beef' | count",
                        HandWritten.count(Index.all(Ask.PEOPLE),
                                filter("{'wildcard':{'CorrelationId':{'value':'*beef*','case_insensitive':true}}}"))),
                byUser("startswith", "UserPrincipalName startswith 'Marek.'",
                        "{'prefix':{'UserPrincipalName.lc':'marek.'}}"),
                byUser("equals-any-case", "AppDisplayName =~ 'AZURE portal'",
                        Ask.term("AppDisplayName.lc", "azure portal")),
                byUser("regex", "UserPrincipalName matches regex '^adm-[a-f][a-z]+\\\\.'",
                        "{'regexp':{'UserPrincipalName':'adm-[a-f][a-z]+\\\\..*'}}"),
                byUser("in-list", "ResultType in ('50053', '50126', '50057', '53003') and TimeGenerated > ago(14d)",
                        "{'terms':{'ResultType':['50053','50126','50057','53003']}}", Ask.since(14)),
                byUser("address-range", "ipv4_is_in_range(IPAddress, '203.0.113.0/25')",
                        Ask.term("IPAddress.ip", "203.0.113.0/25")),
                promotedPath(), promotedJsonText());
    }

    private static String filter(String... filters) {
        return "{'bool':{'filter':[" + String.join(",", filters) + "]}}";
    }

    private static Shape byUser(String name, String where, String... filters) {
        return Shape.pushed(name,
                "AADNonInteractiveUserSignInLogs | where " + where
                        + " | summarize Events = count() by UserPrincipalName",
                HandWritten.search(Index.all(Ask.PEOPLE), Ask.groups(Ask.terms(Ask.USER, Ask.ALL_USERS, ""), filters),
                        answer -> Ask.buckets(answer).map(Ask::keyAndCount)));
    }

    private static Shape promotedPath() {
        return Shape.pushed("promoted-path",
                "SigninLogs | where LocationDetails.city == 'Hamburg' and DeviceDetail.operatingSystem startswith 'win' | summarize Events = count() by City = tostring(LocationDetails.city), ResultType",
                HandWritten.search(Index.all(Ask.CLASSIC),
                        Ask.groups(Ask.terms("ResultType", 50, ""), Ask.term("_p.LocationDetails.city", "Hamburg"),
                                "{'prefix':{'_p.DeviceDetail.operatingSystem':{'value':'win','case_insensitive':true}}}"),
                        answer -> Ask.buckets(answer).map(bucket -> List.of("Hamburg", bucket.path("key").asText(),
                                bucket.path("doc_count").asLong()))));
    }

    private static Shape promotedJsonText() {
        String countries = "_p.LocationDetails.countryOrRegion";
        return Shape.pushed("promoted-json-text",
                "AADNonInteractiveUserSignInLogs | where ResultType == '53003' | extend Country = tostring(parse_json(LocationDetails).countryOrRegion) | summarize Events = count() by Country | sort by Events desc, Country asc",
                HandWritten.search(Index.all(Ask.PEOPLE),
                        Ask.groups(Ask.terms(countries, 300, ""), Ask.term("ResultType", "53003")),
                        answer -> byCount(Ask.buckets(answer).map(Ask::keyAndCount))))
                .inOrder();
    }

    private static Stream<List<Object>> byCount(Stream<List<Object>> rows) {
        Map<String, List<Object>> sorted = new TreeMap<>();
        rows.forEach(
                row -> sorted.put(String.format("%012d %s", 999_999_999_999L - (Long) row.get(1), row.get(0)), row));
        return sorted.values().stream();
    }
}

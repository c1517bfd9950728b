package dev.harrier.benchmark.hunting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The newest rows, all rows, and questions that need every row. */
final class RowShapes {
    private static final String COLUMNS = "TimeGenerated, UserPrincipalName, IPAddress, AppDisplayName, ResultType, Location";
    private static final List<String> FIELDS = List.of(COLUMNS.split(", "));
    private static final int FORTNIGHT = 14;

    private RowShapes() {}

    static List<Shape> all() {
        return List.of(newest(100), newest(10_000), rows(), domains(), changes(), cities());
    }

    private static Shape newest(int number) {
        String values = "'docvalue_fields':[{'field':'TimeGenerated','format':'strict_date_optional_time_nanos'},'"
                + String.join("','", FIELDS.subList(1, FIELDS.size())) + "']";
        return Shape.pushed("newest-" + number,
                "AADNonInteractiveUserSignInLogs | where ResultType != 0 | top " + number
                        + " by TimeGenerated desc | project " + COLUMNS,
                HandWritten.search(Index.all(Ask.PEOPLE),
                        "{'size':" + number + ",'track_total_hits':false,'_source':false,'stored_fields':'_none_',"
                                + values
                                + ",'query':{'bool':{'filter':[" + Ask.FAILED
                                + "]}},'sort':[{'TimeGenerated':'desc'}]}",
                        answer -> Ask.stream(answer.path("hits").path("hits")).map(hit -> {
                            List<Object> row = new ArrayList<>();
                            FIELDS.forEach(field -> row.add(hit.path("fields").path(field).path(0).asText()));
                            row.set(0, Cells.time((String) row.getFirst()));
                            return row;
                        })))
                .inOrder();
    }

    private static Shape rows() {
        return Shape.residual("all-failures",
                "AADNonInteractiveUserSignInLogs | where ResultType != 0 | project " + COLUMNS,
                index -> {
                    List<String[]> rows = RawRows.read(index, Index.all(Ask.PEOPLE), FIELDS, Ask.FAILED);
                    return () -> rows.stream().<List<Object>>map(row -> {
                        row[0] = Cells.time(row[0]);
                        return List.of((Object[]) row);
                    }).toList();
                });
    }

    /** What no index can judge: two columns compared. */
    private static Shape domains() {
        return Shape.residual("columns-compared",
                "SigninLogs | where TimeGenerated > ago(30d) and AlternateSignInName != UserPrincipalName or strlen(IPAddress) > strlen(AppDisplayName) and TimeGenerated > ago(30d) | summarize Events = count() by UserPrincipalName",
                index -> {
                    List<String[]> rows = RawRows.read(index, Index.last(Ask.CLASSIC, 30),
                            List.of("AlternateSignInName", Ask.USER, "IPAddress", "AppDisplayName"), Ask.since(30));
                    return () -> counts(rows.stream().filter(
                            row -> !row[0].equals(row[1]) || row[2].length() > row[3].length()).map(row -> row[1])
                            .toList());
                });
    }

    private static List<List<Object>> counts(List<String> keys) {
        Map<String, Long> counts = new HashMap<>();
        keys.forEach(key -> counts.merge(key, 1L, Long::sum));
        return counts.entrySet().stream().<List<Object>>map(entry -> List.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Each sign-in beside the user's one before. */
    private static Shape changes() {
        return Shape.residual("address-changes",
                "SigninLogs | where TimeGenerated > ago(14d) | sort by UserPrincipalName asc, TimeGenerated asc | extend Before = prev(IPAddress), Same = prev(UserPrincipalName) == UserPrincipalName | where Same and Before != IPAddress | summarize Changes = count() by UserPrincipalName",
                RowShapes::changes);
    }

    private static Supplier<List<List<Object>>> changes(Index index) {
        List<String[]> rows = RawRows.read(index, Index.last(Ask.CLASSIC, FORTNIGHT),
                List.of(Ask.USER, "TimeGenerated", "IPAddress"), Ask.since(FORTNIGHT));
        return () -> {
            List<String[]> sorted = new ArrayList<>(rows);
            Collections.sort(sorted, Comparator.<String[], String>comparing(row -> row[0])
                    .thenComparing(row -> Cells.time(row[1])));
            List<String> changed = new ArrayList<>();
            for (int i = 1; i < sorted.size(); i++) {
                String[] before = sorted.get(i - 1);
                String[] row = sorted.get(i);
                if (before[0].equals(row[0]) && !before[2].equals(row[2])) {
                    changed.add(row[0]);
                }
            }
            return counts(changed);
        };
    }

    /** Values made of two columns, as keys. */
    private static Shape cities() {
        return Shape.residual("computed-key",
                "AADNonInteractiveUserSignInLogs | where TimeGenerated > ago(14d) and ResultType != 0 | extend Key = strcat(Location, '/', substring(CorrelationId, 0, 2)) | summarize Events = count() by Key",
                index -> {
                    List<String[]> rows = RawRows.read(index, Index.last(Ask.PEOPLE, FORTNIGHT),
                            List.of("Location", "CorrelationId"), Ask.since(FORTNIGHT), Ask.FAILED);
                    return () -> counts(Arrays.asList(
                            rows.stream().map(row -> row[0] + "/" + row[1].substring(0, 2)).toArray(String[]::new)));
                });
    }
}

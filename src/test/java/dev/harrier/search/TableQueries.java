package dev.harrier.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Queries over a table of {@link VariedRows} whose answers do not depend on the order of rows with equal keys. */
final class TableQueries {
    private static final List<String> KEYS = List.of("", "S", "K", "A", "N", "L", "I", "R", "B", "G", "T", "D", "M",
            "S, B",
            "bin(TimeGenerated, 1d)", "bin(TimeGenerated, 7d)", "bin(D, 7d)", "bin(D, 1h)", "bin(D, 30d)",
            "bin(D, 1tick)", "bin(N, 10)", "bin(T, 1h)", "startofday(TimeGenerated)", "startofday(D), B",
            "startofweek(TimeGenerated)", "tostring(Y.s)", "tolong(Y.n)", "tostring(Y.n)", "tobool(Y.b)",
            "tostring(Y.b)", "toreal(Y.r)", "tostring(parse_json(J).s)", "tostring(Y.deep.x), bin(TimeGenerated, 1d)",
            "tolower(S)", "strlen(S)", "S, K, B", "tostring(Y.deep)", "hourofday(TimeGenerated)", "dayofweek(D), B",
            "startofmonth(D)", "endofday(TimeGenerated)", "strcat(S, '/', K)", "iff(N > 1, S, K)", "bin(R, 0.5)",
            "bin_at(TimeGenerated, 6h, datetime(2024-05-01 01:00))", "bin_at(D, 30d, datetime(2024-05-01 00:00:00.5))",
            "strcat(Y.s, Y.n, Y.b)", "isnull(N), N + I", "tolower(strcat(tostring(Y.s), S))", "toint(K)",
            "case(B, 'yes', isnull(B), 'unknown', 'no')", "coalesce(tostring(Y.s), S)", "L / 2", "G, R", "-R", "1 / R",
            "rand() < 2", "Y.s == 'alpha'", "tostring(J)");
    private static final List<String> MEASURES = List.of("count()", "countif(N > 0)", "countif(S has 'alpha')",
            "sum(N)",
            "sum(L)", "sum(R)", "sum(I)", "avg(N)", "avg(L)", "avg(R)", "avg(I)", "min(N)", "max(N)", "min(L)",
            "max(L)",
            "min(R)", "max(R)", "min(D)", "max(D)", "min(I)", "min(T)", "max(T)", "sum(T)", "avg(T)", "dcount(S)",
            "dcount(N)", "dcount(R)", "dcount(G)", "dcount(B)", "dcount(D)", "dcount(tostring(Y.s))",
            "count_distinct(S)", "make_set(S)", "make_set(N)", "make_set(B)", "make_set(G)", "make_set(T)",
            "make_set(D)",
            "make_set(R)", "make_set(K)", "make_set(tostring(Y.s))", "make_set(tolong(Y.n))", "percentile(N, 50)",
            "percentile(N, 95)", "percentile(R, 90)", "percentile(T, 50)", "percentile(D, 50)",
            "arg_max(Id, S, N, D, Y)", "arg_min(Id, *)", "arg_max(Id, tostring(Y.s))", "arg_max(Id, J, A)",
            "arg_max(Id, Y.n)", "sumif(N, B)", "minif(D, N > 0)", "maxif(N, S == 'alpha')", "avgif(N, B == false)",
            "dcountif(S, B)", "make_set_if(S, N == 1)", "sumif(R, S contains 'a')", "max(tolong(Y.n))",
            "sum(tolong(Y.n))", "countif(isempty(S)), count(), sum(N), max(D), dcount(K), make_set(B)",
            "max(strlen(S))", "countif(strlen(S) > N)", "dcount(strcat(S, K))", "make_set(strcat(Y.s, '|', Y.n))",
            "minif(strlen(S), N > I)", "count_distinct(tolower(K))", "dcountif(S, strlen(K) > 4)", "make_set(Y.s)",
            "make_set(Y.n)", "dcount(tolower(S)), count(), sum(N), avg(I)",
            "dcount(tolower(S)), count(), sum(N), max(D)",
            "countif(tolower(S) == 'alpha'), arg_max(Id, S)", "dcount(hourofday(D))", "max(N * I), countif(N < I)",
            "dcount(bin(D, 1h)), min(D)", "sumif(N, strlen(S) > 4)",
            "countif(iff(S in ('alpha', 'beta'), 'a', 'b') == 'b')",
            "countif(tolower(S) == 'alpha')", "countif(B)", "countif(isnull(N))", "countif(not(B))");

    private TableQueries() {}

    static Map<String, List<String>> of(String table) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        List<String> byKey = new ArrayList<>();
        for (String key : KEYS) {
            byKey.add(table + " | summarize n = count(), s = sum(N), d = dcount(S)" + by(key));
            if (!key.isEmpty()) {
                byKey.add(table + " | summarize" + by(key));
                byKey.add(table + " | where N >= 0 and S != 'beta' | summarize make_set(K), min(D)" + by(key));
            }
        }
        groups.put("keys", byKey);
        List<String> measures = new ArrayList<>();
        for (String measure : MEASURES) {
            for (String key : List.of("", "B", "tostring(Y.s)")) {
                measures.add(table + " | summarize " + measure + by(key));
            }
            measures.add(table + " | where S has 'nowhere' | summarize " + measure);
            measures.add(table + " | where N > 0 | extend Half = N / 2 | summarize " + measure + ", max(Half) by I");
        }
        groups.put("measures", measures);
        groups.put("rows", List.of(table, table + " | count", table + " | where B | count",
                table + " | project Id, Y.s, Y.n, Y.b, Y.r, Y.deep, Y.deep.x",
                table + " | project Id, x = tostring(Y.s), n = tolong(Y.n), b = tobool(Y.b), r = toreal(Y.r)",
                table + " | project Id, i = toint(Y.n), d = todouble(Y.n), s = tostring(N), t = tostring(R)",
                table + " | project Id, x = parse_json(J).s, n = tolong(todynamic(J).n), J",
                table + " | project Id, tostring(Y.n), tostring(Y.b), tostring(Y.r), todouble(Y.n)",
                table + " | extend N2 = N + 1 | where N2 > 3 | project Id, N2",
                table + " | extend Name = S | where Name == 'alpha' | project Id, Name",
                table + " | where Y.n > 1 | extend Z = Y.n | where tolong(Z) < 6 | project Id, Z",
                table + " | take 0", table + " | take 7 | summarize count()", table + " | where B | take 5 | count",
                table + " | project Id, S | take 100000 | where S == 'alpha'",
                table + " | where N > 0 | summarize c = count() by S | where c > 1 | summarize count()",
                table + " | summarize c = count() by S | where S has 'alpha'",
                table + " | where strlen(S) > strlen(K) | summarize count(), dcount(N) by I",
                table + " | where strlen(S) > N | count",
                table + " | where S has_all ('alpha', 'beta') and K has 'a-b' | summarize count(), sum(N) by B",
                table + " | where S matches regex '^.l' and Y.n > 0 | summarize count(), take_any(B) by B",
                table + " | where tolower(S) == K | extend x = strcat(S, B) | summarize count(), max(N) by x",
                table + " | where rand() < 2 | summarize count() by B",
                table + " | make-series c = count(), d = dcount(S) on TimeGenerated from datetime(2024-03-01) "
                        + "to datetime(2024-06-01) step 1d by B | extend s = array_sort_asc(c) | project B, c, d, s",
                table + " | make-series s = sum(N) on TimeGenerated in range(datetime(2024-03-01), "
                        + "datetime(2024-06-01), 12h) by tostring(Y.s)",
                table + " | make-series dcount(strcat(S, K)) on TimeGenerated from datetime(2024-03-01 07:13) "
                        + "to datetime(2024-06-01) step 7h",
                table + " | extend P = todynamic(Y) | extend x = strcat(tostring(P.s), '/', tostring(P.n), ';') "
                        + "| project TimeGenerated, S, x | make-series d = dcount(x) on TimeGenerated in range("
                        + "datetime(2024-03-01), datetime(2024-06-01), 1d) by S",
                table + " | extend P = todynamic(Y) | extend x = strcat(P.s, '|', P.b, '|', P.deep, '|', P.r) "
                        + "| project x, N | extend y = strlen(x) | summarize count(), sum(N), max(y) by x",
                table + " | extend r = rand() | extend q = r - r | project q, S | summarize max(q), count() by S",
                table + " | top-hitters 100 of tolower(S)", table + " | top-hitters 200 of S by N",
                table + " | distinct tolower(S), B",
                table + " | summarize c = count() by B, S | summarize sum(c) by B"));
        more(table, groups);
        return groups;
    }

    /** Answers with an order, and those over several tables. */
    private static void more(String table, Map<String, List<String>> groups) {
        List<String> tops = new ArrayList<>();
        for (String column : List.of("S", "K", "A", "D", "N", "L", "I", "R", "B", "T", "Y.n", "tostring(Y.s)")) {
            String key = column.startsWith("Y") ? "tolong(Y.n)" : column;
            for (String order : List.of("asc", "desc", "asc nulls last", "desc nulls first", "asc nulls first")) {
                tops.add(table + " | top 40 by " + key + " " + order + " | project x = " + key);
                tops.add(table + " | sort by " + key + " " + order + ", Id | take 30 | project Id, x = " + key);
            }
        }
        tops.add(table + " | sort by Id asc | project Id, S");
        tops.add(table + " | where N > 0 | project Id, Renamed = N | top 10 by Id | project Id");
        groups.put("in order", tops);
        String few = "(datatable(S: string, N: long) ['alpha', 1, 'MÜLLER', 2, '', long(null)])";
        String picked = table + " | where N == 42 | distinct S";
        List<String> several = new ArrayList<>();
        for (String kind : List.of("inner", "leftouter", "rightouter", "fullouter", "leftsemi", "leftanti", "rightsemi",
                "rightanti")) {
            several.add(table + " | project Id, S, N | join kind=" + kind + " " + few + " on S");
            several.add(table + " | project Id, S, N | join kind=" + kind + " " + few + " on N");
            several.add(table + " | summarize c = count() by S | join kind=" + kind + " (" + picked + ") on S");
            several.add(table + " | extend Key = tolower(S) | project Id, Key | join kind=" + kind + " (" + picked
                    + ") on $left.Key == $right.S");
            several.add("union " + table + ", Even_CL | project Id, G | join kind=" + kind + " (" + table
                    + " | where N == 42 | distinct G) on G");
        }
        several.add(table + " | join (" + picked + ") on S | summarize count() by S");
        several.add(table + " | project S = K, K = S | summarize count() by S");
        several.add(table + " | project N = I, I = N | where N > 1 | summarize sum(N), max(I)");
        several.add(table + " | project A = S, S = A | where S == '10.0.0.1' | project S, A");
        several.add(table + " | distinct S");
        several.add(table + " | distinct B, N");
        several.add(table + " | project-rename Name = S | summarize count() by Name");
        several.add("union " + table + ", Even_CL | where S has 'alpha' | summarize count() by N");
        several.add("union withsource=From " + table + ", Even_CL | summarize count() by From");
        several.add("union " + table + ", Even_CL | count");
        several.add(table + " | where S in ((" + picked + ")) | project Id");
        several.add(table + " | where S !in ((" + picked + ")) | count");
        several.add(table + " | where N > toscalar(" + table + " | summarize avg(N)) | project Id");
        several.add(table + " | where N > 1 | as T | summarize count() by S");
        several.add(table + " | mv-expand e = Y.each | project Id, v = tostring(e.v)");
        groups.put("several", several);
    }

    private static String by(String key) {
        return key.isEmpty() ? "" : " by " + key;
    }
}

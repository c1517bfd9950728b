package dev.harrier.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Conditions on the columns of {@link VariedRows}: every operator with every kind of column, and its negation. */
final class ConditionQueries {
    private static final List<String> TEXTS = List.of("", "alpha", "ALPHA", "alpha beta", "alpha_beta", "beta",
            "müller",
            "Müller", "STRASSE", "straße", "*", "?", "x*y?z\\w", "1.2.3", "2.3", "привет", "мир", "日本語", "%", "\\",
            "é", "a", " ", "10.0.0.1", "System32", "ſ", "σασ", "ς", "µ", "\u212A", "kelvin", "β", "😀", "i", "İ", "ß",
            "ǆ", "²", "alpha²", "\u00A0", "x".repeat(9_000), "xxxx", "\u0301", "𐐨x", "s", "5", "true", "q", "lph",
            "-");
    private static final List<String> TEXT_OPERATORS = List.of("==", "!=", "=~", "!~", "contains", "!contains",
            "contains_cs",
            "!contains_cs", "startswith", "!startswith", "startswith_cs", "!startswith_cs", "endswith", "!endswith",
            "endswith_cs", "!endswith_cs", "has", "!has", "has_cs", "!has_cs", "hasprefix", "!hasprefix",
            "hasprefix_cs", "!hasprefix_cs", "hassuffix", "!hassuffix", "hassuffix_cs", "!hassuffix_cs");
    private static final List<String> ORDERS = List.of("==", "!=", "<", "<=", ">", ">=");

    private static final int TEXTS_PER_OPERATOR = 3;

    private ConditionQueries() {}

    /** Conditions by the column that they are about. */
    static Map<String, List<String>> all() {
        Map<String, List<String>> conditions = new TreeMap<>();
        for (String text : List.of("S", "K", "W", "A", "J", "Y.s", "tostring(Y.s)", "tostring(Y.deep.x)",
                "tostring(parse_json(J).s)", "tostring(Y.n)", "tostring(Y.b)", "tolower(S)")) {
            conditions.put(text, texts(text));
        }
        ordered(conditions, "D", "datetime(1970-01-01)", "datetime(1900-01-01)", "datetime(2300-01-01)",
                "datetime(2262-04-11T23:47:16.8547758Z)", "datetime(2024-05-01T10:00:00.1234567Z)",
                "datetime(2024-05-06)", "datetime(0001-01-01)", "datetime(9999-12-31T23:59:59.9999999Z)");
        ordered(conditions, "TimeGenerated", "datetime(2024-04-15)");
        ordered(conditions, "N", "0", "1", "-1", "1.5", "5.0", "9223372036854775807", "int(42)");
        ordered(conditions, "L", "0", "9007199254740992", "9007199254740993", "9223372036854775807", "-1.5",
                "9007199254740992.0", "1e30");
        ordered(conditions, "I", "0", "2147483647", "2147483648", "-1", "1.0", "0.5");
        ordered(conditions, "R", "0", "0.0", "1.5", "-2.25", "1e300", "real(nan)", "real(+inf)", "0.1", "100");
        ordered(conditions, "T", "0s", "1h", "-1h", "1tick", "1d");
        ordered(conditions, "M", "decimal(1.5)", "decimal(2)", "1.5", "2");
        ordered(conditions, "Y.n", "5", "0", "5.0", "-7", "9007199254740993", "int(5)");
        ordered(conditions, "tolong(Y.n)", "5", "0", "5.5");
        ordered(conditions, "toint(Y.n)", "5", "0");
        ordered(conditions, "toreal(Y.r)", "1.5", "2", "-0.5");
        ordered(conditions, "toreal(N)", "1.5", "2", "5");
        ordered(conditions, "tolong(parse_json(J).n)", "5");
        List<String> truths = new ArrayList<>(List.of("B", "not(B)", "B == true", "B == false", "B != true",
                "isnull(B)", "isnotnull(B)", "tobool(Y.b)", "not(tobool(Y.b))", "Y.b == true", "Y.b != true",
                "tobool(Y.b) == false", "tostring(Y.b) == 'true'", "isnull(Y.b)", "B in (true)", "B !in (true)"));
        conditions.put("B", withNot(truths));
        List<String> guids = new ArrayList<>();
        for (String operator : List.of("==", "!=")) {
            guids.add("G " + operator + " guid(aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa)");
            guids.add("G " + operator + " guid(AAAAAAAA-AAAA-AAAA-AAAA-AAAAAAAAAAAB)");
        }
        guids.addAll(List.of("isnull(G)", "G in (guid(11111111-1111-1111-1111-111111111111))"));
        conditions.put("G", withNot(guids));
        conditions.put("mixed", withNot(List.of("S == 'alpha' and N > 0", "S == 'alpha' or N > 0",
                "S has 'alpha' and not(N == 1 or B)", "S == 'alpha' or tolower(K) == 'beta'",
                "not(S contains 'a') and (D > datetime(2024-05-01) or isnull(D))", "N == 1 and strlen(S) > 4",
                "N between (0 .. 5)", "N !between (0 .. 5)", "D between (datetime(1960-01-01) .. datetime(2024-05-06))",
                "D between (datetime(2024-05-01) .. 5d)", "D !between (datetime(2024-05-01) .. 5d)",
                "R between (-3.0 .. 1.5)", "N in (1, 2, 42)", "N !in (1, 2, 42)", "strlen(S) > 5",
                "N % 2 == 1", "hourofday(TimeGenerated) == 3", "S matches regex 'a.*b'",
                "not(S matches regex '(?i)alpha')", "isempty(S) or isnotempty(K)", "S == K", "N > I",
                "ipv4_is_private(A)", "ipv4_is_in_range(A, '10.0.0.0/8')", "ipv4_is_in_range(A, '10.0.0.1')",
                "ipv6_is_in_range(A, '2001:db8::/32')", "ipv4_is_in_any_range(A, '10.0.0.0/16', '192.168.0.0/16')",
                "has_ipv4(A, '10.0.0.1')", "has_any_ipv4_prefix(A, '10.0.')", "ipv4_is_match(A, '10.0.0.1')",
                "tostring(Y.n) in ('5', '0')", "iff(N > 1, S, K) == 'alpha'", "case(N == 1, true, B)",
                "isnull(Y)", "isnotnull(Y)", "isempty(Y.s)", "isnotempty(Y.s)", "isnull(Y.n)", "isnotnull(Y.s)",
                "isempty(J)", "isnotempty(tostring(Y.s))", "Y.s == 'alpha'", "Y.s != 'alpha'", "Y.s in ('alpha', '5')",
                "Y['s'] =~ 'ALPHA'", "Y.deep.x == 'q'", "isnull(Y.deep)", "Y['missing'] == 1", "J has 'alpha'",
                "S in (K)", "true", "false", "N == long(null)", "N in (1, long(null))", "S in ('', 'alpha')",
                "startofday(D) == datetime(2024-05-01)", "bin(N, 10) == 0", "N + 1 == 2", "toint(S) == 1",
                "todatetime(S) > datetime(2000-01-01)", "S in~ ('ALPHA', 'Beta')", "S !in~ ('ALPHA', 'Beta', '')",
                "S has_any ('alpha', 'мир')", "S has_all ('alpha', 'beta')", "K has_any ('alpha', 'beta')",
                "extract('a(.)', 1, S) == 'l'", "S in ('alpha', 'x*y?z\\\\w')", "gettype(Y.s) == 'string'",
                "tostring(Y) has 'alpha'", "array_length(Y.each) > 0", "Y.each[0].v == 'p'")));
        return conditions;
    }

    /** Conditions that no index judges, on texts of few distinct values. */
    static Map<String, List<String>> byValue() {
        Map<String, List<String>> conditions = new TreeMap<>();
        for (String text : List.of("S", "K", "W", "A", "tostring(Y.s)", "tostring(parse_json(J).s)")) {
            List<String> ofText = List.of("# matches regex 'a.*b'", "# matches regex ''", "strlen(#) > 5",
                    "strlen(#) == 0", "split(#, '.')[0] == '10'", "split(#, '_')[1] == 'beta'", "tolower(#) == 'alpha'",
                    "toupper(#) contains 'É'", "# has_cs 'alpha'", "# has 'alpha beta'", "# has 'μ'",
                    "isempty(trim(' ', #))", "coalesce(#, 'none') == 'none'", "toint(#) > 1", "isnull(toint(#))",
                    "# == 'alpha' or # matches regex '^M'", "# matches regex '^M' or N == 1",
                    "N == 1 or strlen(#) == 4 or # has_cs 'beta'", "strlen(#) > 3 and # !has_cs 'alpha'",
                    "# in (tostring(N))", "strlen(#) > N", "substring(#, 1, 2) == 'lp'",
                    "iff(# == '', true, strcmp(#, 'b') > 0)",
                    "parse_json(#).s == 'x'", "extract('([a-z])$', 1, #) in ('a', '')", "strcmp(#, 'b') < 0",
                    "ipv4_is_private(#)", "# has_any ('alpha_beta', '1_2')", "# has_all ('alpha', 'beta')");
            conditions.put(text, withNot(ofText.stream().map(condition -> condition.replace("#", text)).toList()));
        }
        return conditions;
    }

    private static List<String> texts(String column) {
        Random random = new Random(column.hashCode());
        List<String> conditions = new ArrayList<>();
        for (String operator : TEXT_OPERATORS) {
            for (int i = 0; i < TEXTS_PER_OPERATOR; i++) {
                String text = TEXTS.get(random.nextInt(TEXTS.size()));
                conditions.add(column + " " + operator + " " + quoted(text));
            }
        }
        for (String operator : List.of("in", "!in", "in~", "!in~", "has_any", "has_all")) {
            conditions.add(column + " " + operator + " ('alpha', 'É', '5')");
            conditions.add(column + " " + operator + " ('ſtraße', 'Beta', '')");
        }
        conditions.addAll(List.of("isempty(" + column + ")", "isnotempty(" + column + ")",
                "not(" + column + " has 'alpha')", "not(" + column + " == 'alpha')",
                column + " matches regex '^[aA]lpha'", "strlen(" + column + ") > 6"));
        return conditions;
    }

    private static void ordered(Map<String, List<String>> conditions, String column, String... constants) {
        List<String> all = new ArrayList<>();
        for (String operator : ORDERS) {
            for (String constant : constants) {
                all.add(column + " " + operator + " " + constant);
                all.add(constant + " " + operator + " " + column);
            }
        }
        all.add("isnull(" + column + ")");
        all.add("isnotnull(" + column + ")");
        conditions.put(column, withNot(all));
    }

    private static List<String> withNot(List<String> conditions) {
        List<String> all = new ArrayList<>(conditions);
        conditions.forEach(condition -> all.add("not(" + condition + ")"));
        return all;
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}

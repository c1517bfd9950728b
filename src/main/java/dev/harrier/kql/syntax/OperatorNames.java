package dev.harrier.kql.syntax;

import java.util.Comparator;
import java.util.List;

/** The names of the operators, for suggestions. */
final class OperatorNames {
    private static final List<String> ALL = List.of("as", "consume", "count", "distinct", "evaluate", "extend", "facet",
            "filter", "find", "fork", "getschema", "invoke", "join", "limit", "lookup", "make-series", "mv-apply",
            "mv-expand", "order", "parse", "parse-kv", "parse-where", "partition", "project", "project-away",
            "project-keep", "project-rename", "project-reorder", "reduce", "render", "sample", "sample-distinct",
            "scan", "search", "serialize", "sort", "summarize", "take", "top", "top-hitters", "top-nested", "union",
            "where");
    private static final int MAX_SUGGESTIONS = 3;

    private OperatorNames() {}

    /** The operators that the word is likely a misspelling of, most likely first. */
    static List<String> similarTo(String word) {
        int tolerance = Math.max(1, word.length() / 3);
        return ALL.stream().filter(name -> distance(word, name) <= tolerance)
                .sorted(Comparator.comparingInt(name -> distance(word, name))).limit(MAX_SUGGESTIONS).toList();
    }

    /** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
    private static int distance(String first, String second) {
        int[][] cost = new int[first.length() + 1][second.length() + 1];
        for (int i = 0; i <= first.length(); i++) {
            for (int j = 0; j <= second.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(first, second, cost, i, j);
            }
        }
        return cost[first.length()][second.length()];
    }

    private static int step(String first, String second, int[][] cost, int i, int j) {
        char a = Character.toLowerCase(first.charAt(i - 1));
        char b = second.charAt(j - 1);
        int best = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + (a == b ? 0 : 1));
        boolean swapped = i > 1 && j > 1 && a == second.charAt(j - 2)
                && Character.toLowerCase(first.charAt(i - 2)) == b;
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}

package dev.harrier.kql.bind;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that somebody may have meant. */
final class Suggestions {
    private static final int MOST = 3;

    private Suggestions() {}

    /** The likeliest of the candidates, best first; those that differ in case only come before all others. */
    static String[] of(String written, Collection<String> candidates) {
        int allowed = written.length() < 3 ? 0 : Math.max(1, written.length() / 4);
        return candidates.stream()
                .distinct()
                .map(candidate -> new Rated(candidate, distance(written, candidate)))
                .filter(rated -> rated.distance() <= allowed)
                .sorted(Comparator.comparingInt(Rated::distance).thenComparing(Rated::name))
                .limit(MOST)
                .map(Rated::name)
                .toArray(String[]::new);
    }

    /** A question to end a message with, or nothing. */
    static String question(String[] fixes) {
        return fixes.length == 0 ? "" : "; did you mean " + String.join(" or ", List.of(fixes)) + "?";
    }

    private record Rated(String name, int distance) {}

    private static int distance(String first, String second) {
        if (first.equalsIgnoreCase(second)) {
            return 0;
        }
        if (Math.abs(first.length() - second.length()) > Math.max(1, first.length() / 4)) {
            return Integer.MAX_VALUE;
        }
        return edits(first.toLowerCase(Locale.ROOT), second.toLowerCase(Locale.ROOT));
    }

    /** Insertions, deletions, replacements and swaps of neighbours. */
    private static int edits(String first, String second) {
        int[] beforeLast = new int[second.length() + 1];
        int[] last = new int[second.length() + 1];
        int[] current = new int[second.length() + 1];
        for (int j = 0; j <= second.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= first.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                int same = first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1 && j > 1 && first.charAt(i - 1) == second.charAt(j - 2)
                        && first.charAt(i - 2) == second.charAt(j - 1)) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }
        return last[second.length()];
    }
}

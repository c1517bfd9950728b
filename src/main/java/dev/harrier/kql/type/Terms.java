package dev.harrier.kql.type;

import java.util.ArrayList;
import java.util.List;

/**
 * Terms: the maximal runs of letters and digits of a text. Everything else splits, {@code _} too, which is why no
 * regular expression with {@code \b} and no word breaker of Unicode gives the same answers. Letters outside ASCII join.
 */
public final class Terms {
    private Terms() {}

    /** The terms in their order, with repetitions, in their own case. */
    public static List<String> of(String text) {
        List<String> terms = new ArrayList<>();
        int start = -1;
        int i = 0;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            boolean joins = isTermCharacter(character);
            if (joins && start < 0) {
                start = i;
            } else if (!joins && start >= 0) {
                terms.add(text.substring(start, i));
                start = -1;
            }
            i += Character.charCount(character);
        }
        if (start >= 0) {
            terms.add(text.substring(start));
        }
        return terms;
    }

    /** Whether the code point belongs to a term. */
    public static boolean isTermCharacter(int character) {
        if (character < 128) {
            int lower = character | 0x20;
            return lower >= 'a' && lower <= 'z' || character >= '0' && character <= '9';
        }
        return Character.isLetterOrDigit(character);
    }

    /**
     * {@code has}: the needle occurs and does not cut a term at either end. A needle of several terms is a phrase whose
     * inner separators must be exactly those of the text; an empty needle is in every text.
     */
    public static boolean has(String text, String needle, boolean caseSensitive) {
        return find(text, needle, caseSensitive, true, true);
    }

    /** {@code hasprefix}: as {@link #has}, but the last term of the needle may go on. */
    public static boolean hasPrefix(String text, String needle, boolean caseSensitive) {
        return find(text, needle, caseSensitive, true, false);
    }

    /** {@code hassuffix}: as {@link #has}, but the first term of the needle may have begun before. */
    public static boolean hasSuffix(String text, String needle, boolean caseSensitive) {
        return find(text, needle, caseSensitive, false, true);
    }

    private static boolean find(String text, String needle, boolean caseSensitive, boolean starts, boolean ends) {
        if (needle.isEmpty()) {
            return true;
        }
        boolean openStart = !starts || !isTermCharacter(needle.codePointAt(0));
        boolean openEnd = !ends || !isTermCharacter(needle.codePointBefore(needle.length()));
        int at = next(text, needle, caseSensitive, 0);
        while (at >= 0) {
            int end = at + needle.length();
            boolean startFits = openStart || at == 0 || !isTermCharacter(text.codePointBefore(at));
            if (startFits && (openEnd || end == text.length() || !isTermCharacter(text.codePointAt(end)))) {
                return true;
            }
            at = next(text, needle, caseSensitive, at + 1);
        }
        return false;
    }

    private static int next(String text, String needle, boolean caseSensitive, int from) {
        return caseSensitive ? text.indexOf(needle, from) : CaseFolding.indexOf(text, needle, from);
    }
}

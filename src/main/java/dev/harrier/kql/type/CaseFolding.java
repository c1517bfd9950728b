package dev.harrier.kql.type;

/**
 * Comparison that ignores case by simple Unicode folding: one character folds to one character, so that É = é, while ß
 * does not become ss, and accents stay.
 */
public final class CaseFolding {
    private static final int FOLDED = 0x250;
    private static final char[] TABLE = new char[FOLDED];

    static {
        for (char c = 0; c < FOLDED; c++) {
            TABLE[c] = (char) compute(c);
        }
    }

    private CaseFolding() {}

    private static int compute(int character) {
        // The Turkish dotted and dotless i have no simple folding.
        if (character == 'İ' || character == 'ı') {
            return character;
        }
        return Character.toLowerCase(Character.toUpperCase(character));
    }

    /** The folded form of one character or code point. */
    public static int fold(int character) {
        return character < FOLDED ? TABLE[character] : compute(character);
    }

    /** The folded text; of the same length as the text in UTF-16 units. */
    public static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c) || fold(c) != c) {
                return foldFrom(text, i);
            }
        }
        return text;
    }

    private static String foldFrom(String text, int start) {
        StringBuilder folded = new StringBuilder(text.length()).append(text, 0, start);
        int i = start;
        while (i < text.length()) {
            int character = text.codePointAt(i);
            folded.appendCodePoint(fold(character));
            i += Character.charCount(character);
        }
        return folded.toString();
    }

    /** {@code =~}. */
    public static boolean equalsIgnoreCase(String left, String right) {
        return left.length() == right.length() && matchesAt(left, 0, right);
    }

    /** {@code contains}: true for an empty needle. */
    public static boolean contains(String text, String needle) {
        return indexOf(text, needle, 0) >= 0;
    }

    /** {@code startswith}. */
    public static boolean startsWith(String text, String prefix) {
        return matchesAt(text, 0, prefix);
    }

    /** {@code endswith}. */
    public static boolean endsWith(String text, String suffix) {
        return matchesAt(text, text.length() - suffix.length(), suffix);
    }

    /** Where the needle is found from the position on, ignoring case; -1 if nowhere. */
    public static int indexOf(String text, String needle, int from) {
        int last = text.length() - needle.length();
        if (needle.isEmpty()) {
            return from <= text.length() ? from : -1;
        }
        int first = Character.isSurrogate(needle.charAt(0)) ? -1 : fold(needle.charAt(0));
        for (int i = from; i <= last; i++) {
            if ((first < 0 || fold(text.charAt(i)) == first) && matchesAt(text, i, needle)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the needle stands at the position, ignoring case; false if the position is outside the text. */
    public static boolean matchesAt(String text, int position, String needle) {
        int length = needle.length();
        if (position < 0 || position > text.length() - length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char first = text.charAt(position + i);
            char second = needle.charAt(i);
            if (first != second) {
                if (Character.isSurrogate(first) || Character.isSurrogate(second)) {
                    return fold(text.substring(position, position + length)).equals(fold(needle));
                }
                if (fold(first) != fold(second)) {
                    return false;
                }
            }
        }
        return true;
    }
}

package dev.harrier.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.kql.type.CaseFolding;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Texts without regard to case, as regular expressions over values in their own case. OpenSearch's own
 * {@code case_insensitive} knows ASCII only, so that it would miss what the language finds.
 */
final class CasePatterns {
    /** What an index takes by default ({@code index.max_regex_length}). */
    private static final int LONGEST = 1_000;

    /** For each folded character all characters that fold to it, where there are several. */
    private static final Map<Integer, String> SPELLINGS = spellings();

    private CasePatterns() {}

    private static Map<Integer, String> spellings() {
        Map<Integer, String> spellings = new HashMap<>();
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            int folded = CaseFolding.fold(character);
            if (folded != character) {
                spellings.merge(folded, Character.toString(character), String::concat);
            }
        }
        spellings.replaceAll((folded, others) -> CaseFolding.fold(folded) == folded
                ? Character.toString(folded) + others
                : others);
        return spellings;
    }

    /**
     * The values that are this text, in any case, between these patterns; empty if no index would take the expression.
     *
     * @param before {@code ".*"} or nothing
     * @param after {@code ".*"} or nothing
     */
    static Optional<ObjectNode> query(String field, String before, String text, String after) {
        StringBuilder pattern = new StringBuilder(before);
        for (int i = 0; i < text.length()
                && pattern.length() <= LONGEST; i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (character <= Character.MAX_VALUE && Character.isSurrogate((char) character)) {
                return Optional.empty();
            }
            append(pattern, CaseFolding.fold(character));
        }
        pattern.append(after);
        return pattern.length() > LONGEST ? Optional.empty() : Optional.of(Dsl.regexp(field, pattern.toString()));
    }

    private static void append(StringBuilder pattern, int folded) {
        String spellings = SPELLINGS.get(folded);
        if (spellings != null) {
            pattern.append('[').append(spellings).append(']');
            return;
        }
        if (folded < 128 && !Character.isLetterOrDigit(folded)) {
            pattern.append('\\');
        }
        pattern.appendCodePoint(folded);
    }
}

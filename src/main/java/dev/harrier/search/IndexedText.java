package dev.harrier.search;

import dev.harrier.kql.type.CaseFolding;
import dev.harrier.kql.type.Terms;

/**
 * Tells texts whose lower-cased and term fields differ from what the language means by case and terms. The index
 * lower-cases each character and splits at white space, punctuation and symbols; the language folds, and splits at
 * everything that is neither letter nor digit.
 */
final class IndexedText {
    private static final int DELETE = 127;

    private IndexedText() {}

    /** Whether the text is such that there is nothing to ask: printable ASCII and the usual white space. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= DELETE || c < ' ' && !Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether lower case is, for every character, the language's folding: not so for ſ, ς, µ and İ. */
    static boolean foldsAsIndexed(String text) {
        return text.codePoints().allMatch(character -> CaseFolding.fold(character) == Character.toLowerCase(character));
    }

    /** Whether the index leaves the folded text as it is; if not, only odd documents can hold such text. */
    static boolean isLowerCase(String folded) {
        return folded.codePoints().allMatch(character -> Character.toLowerCase(character) == character);
    }

    /** Whether the index splits at the same places: not so at combining marks, controls, ² or no-break spaces. */
    static boolean splitsAsIndexed(String text) {
        return text.codePoints().allMatch(character -> Terms.isTermCharacter(character) != isSeparator(character));
    }

    /** As the tokenizer {@code char_group} has white space, punctuation and symbols. */
    private static boolean isSeparator(int character) {
        if (Character.isWhitespace(character)) {
            return true;
        }
        return switch ((byte) Character.getType(character)) {
            case Character.START_PUNCTUATION, Character.END_PUNCTUATION, Character.OTHER_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION, Character.DASH_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION, Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL,
                    Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL ->
                true;
            default -> false;
        };
    }
}

package dev.harrier.kql.completion;

import java.util.List;

/**
 * How a text could go on.
 *
 * @param start offset of the first character that an item replaces, in UTF-16 units
 * @param length how many characters it replaces
 * @param items the likeliest first
 */
public record Completion(int start, int length, List<Item> items) {
    public Completion {
        items = List.copyOf(items);
    }

    /** What an item is. */
    public enum Kind {
        COLUMN, TABLE, VARIABLE, FUNCTION, AGGREGATE, OPERATOR, PLUGIN, KEYWORD,
        /** A value that a column has. */
        VALUE
    }

    /**
     * One way to go on.
     *
     * @param label what to show
     * @param insertText what replaces the range
     * @param detail a type or a signature; may be empty
     * @param documentation a sentence or more; may be empty
     */
    public record Item(String label, Kind kind, String insertText, String detail, String documentation) {
        static Item word(String word) {
            return new Item(word, Kind.KEYWORD, word, "", "");
        }
    }
}

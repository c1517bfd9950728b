package dev.harrier.kql.type;

/**
 * A stretch of query text.
 *
 * @param start offset of the first character, from 0, in UTF-16 units of the original text
 * @param length number of UTF-16 units
 * @param line line of the first character, from 1
 * @param column column of the first character, from 1, in UTF-16 units
 */
public record SourceSpan(int start, int length, int line, int column) {
    public static final SourceSpan NONE = new SourceSpan(0, 0, 1, 1);

    /** The smallest span that covers both. */
    public SourceSpan to(SourceSpan other) {
        SourceSpan first = start <= other.start ? this : other;
        int end = Math.max(start + length, other.start + other.length);
        return new SourceSpan(first.start, end - first.start, first.line, first.column);
    }

    public int end() {
        return start + length;
    }
}

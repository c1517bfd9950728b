package dev.harrier.kql.function;

import java.util.function.IntUnaryOperator;

/** Positions in a text counted in code points, as KQL counts them. */
final class CodePoints {
    private CodePoints() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether every code point is one UTF-16 unit, so that both ways of counting agree. */
    static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The offset in UTF-16 units of a position in code points. */
    static int offset(String text, int position) {
        return isPlain(text) ? position : text.offsetByCodePoints(0, position);
    }

    /** The position in code points of an offset in UTF-16 units; negative ones stay. */
    static int position(String text, int offset) {
        return offset < 0 ? offset : text.codePointCount(0, offset);
    }

    static String map(String text, IntUnaryOperator mapping) {
        StringBuilder mapped = new StringBuilder(text.length());
        text.codePoints().map(mapping).forEach(mapped::appendCodePoint);
        return mapped.toString();
    }

    /** {@code length} code points from the position on; a negative start counts from the end. */
    static String substring(String text, long start, long length) {
        long size = length(text);
        long from = start < 0 ? Math.max(0, start + size) : start;
        if (from >= size || length <= 0) {
            return "";
        }
        long to = length > size - from ? size : from + length;
        return text.substring(offset(text, (int) from), offset(text, (int) to));
    }
}

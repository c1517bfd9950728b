package dev.harrier.kql.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text in UTF-16 units. ANTLR's own streams count code points, and then every position after a character outside the
 * basic plane would be wrong.
 */
final class TextStream implements CharStream {
    private final String text;
    private int position;

    TextStream(String text) {
        this.text = text;
    }

    @Override
    public void consume() {
        if (position >= text.length()) {
            throw new IllegalStateException("cannot consume the end of the text");
        }
        position++;
    }

    @Override
    public int LA(int distance) {
        int at = distance < 0 ? position + distance : position + distance - 1;
        return distance == 0 || at < 0 || at >= text.length() ? IntStream.EOF : text.charAt(at);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {}

    @Override
    public int index() {
        return position;
    }

    @Override
    public void seek(int index) {
        position = Math.min(index, text.length());
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(Math.min(interval.a, text.length()), Math.min(interval.b + 1, text.length()));
    }

    @Override
    public String getSourceName() {
        return "query";
    }

    @Override
    public String toString() {
        return text;
    }
}

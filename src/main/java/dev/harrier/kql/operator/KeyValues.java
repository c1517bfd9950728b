package dev.harrier.kql.operator;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds values by their keys in texts such as {@code a=1;b=2}; the first value of a key counts. */
final class KeyValues {

    /**
     * How pairs are written.
     *
     * @param quotes pairs of characters that a value may stand between
     * @param escapes characters that take the meaning from the one after them, between quotes
     * @param greedy whether a value goes on until the next key, over delimiters of pairs
     */
    record Form(String pairDelimiter, String keyDelimiter, List<String> quotes, List<Character> escapes,
            boolean greedy) {}

    private KeyValues() {}

    /** Reads pairs between delimiters. */
    static Function<String, Dynamic.Array> delimited(List<Column> columns, Form form) {
        return text -> row(columns, new Scan(text, form).pairs());
    }

    /** Reads words, apart from each other by whatever is no letter and no digit: after a key comes its value. */
    static Function<String, Dynamic.Array> loose(List<Column> columns, Form form) {
        Set<String> keys = columns.stream().map(Column::name).collect(Collectors.toSet());
        return text -> row(columns, new Scan(text, form).words(keys));
    }

    /** Reads what the two groups of a pattern capture, wherever it matches. */
    static Function<String, Dynamic.Array> regex(List<Column> columns, Pattern pattern) {
        return text -> {
            Map<String, String> pairs = new HashMap<>();
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                String key = matcher.group(1);
                String value = matcher.group(2);
                if (key != null) {
                    pairs.putIfAbsent(key.strip(), value == null ? "" : value.strip());
                }
            }
            return row(columns, pairs);
        };
    }

    private static Dynamic.Array row(List<Column> columns, Map<String, String> pairs) {
        List<Dynamic> values = new ArrayList<>(columns.size());
        for (Column column : columns) {
            String found = pairs.get(column.name());
            Object value = found == null ? null : Conversions.convert(ScalarType.STRING, found, column.type());
            values.add(value == null ? null : Dynamics.of(column.type(), value));
        }
        return new Dynamic.Array(values);
    }

    /** One text, from left to right. */
    private static final class Scan {
        private final String text;
        private final Form form;
        private final Map<String, String> pairs = new HashMap<>();
        private int position;

        Scan(String text, Form form) {
            this.text = text;
            this.form = form;
        }

        Map<String, String> pairs() {
            while (position < text.length()) {
                pair();
            }
            return pairs;
        }

        Map<String, String> words(Set<String> keys) {
            String key = null;
            for (String word = word(); word != null; word = word()) {
                if (key == null) {
                    key = keys.contains(word) ? word : null;
                } else {
                    pairs.putIfAbsent(key, word);
                    key = null;
                }
            }
            return pairs;
        }

        private String word() {
            for (; position < text.length(); position++) {
                String quoted = quoted();
                if (quoted != null) {
                    return quoted;
                }
                if (Character.isLetterOrDigit(text.charAt(position))) {
                    int start = position;
                    while (position < text.length() && Character.isLetterOrDigit(text.charAt(position))) {
                        position++;
                    }
                    return text.substring(start, position);
                }
            }
            return null;
        }

        private void pair() {
            skipSpace();
            String key = quoted();
            int pairEnd = end(form.pairDelimiter());
            int keyEnd = text.indexOf(form.keyDelimiter(), position);
            if (keyEnd < 0 || keyEnd > pairEnd) {
                position = pairEnd + form.pairDelimiter().length();
                return;
            }
            if (key == null) {
                key = text.substring(position, keyEnd).strip();
            }
            position = keyEnd + form.keyDelimiter().length();
            skipSpace();
            String value = quoted();
            int valueEnd = form.greedy() && value == null ? greedyEnd() : end(form.pairDelimiter());
            pairs.putIfAbsent(key,
                    value == null ? text.substring(Math.min(position, valueEnd), valueEnd).strip() : value);
            position = valueEnd + form.pairDelimiter().length();
        }

        /** The last delimiter of pairs before the next delimiter of a key and its value. */
        private int greedyEnd() {
            int nextKey = text.indexOf(form.keyDelimiter(), position);
            if (nextKey < 0) {
                return text.length();
            }
            int end = text.lastIndexOf(form.pairDelimiter(), nextKey - form.pairDelimiter().length());
            return end < position ? end(form.pairDelimiter()) : end;
        }

        private int end(String delimiter) {
            int end = text.indexOf(delimiter, position);
            return end < 0 ? text.length() : end;
        }

        private void skipSpace() {
            while (position < text.length() && Character.isWhitespace(text.charAt(position))
                    && !text.startsWith(form.pairDelimiter(), position)) {
                position++;
            }
        }

        /** What stands between quotes here; {@code null}, without a step, if nothing does. */
        private String quoted() {
            for (String quote : form.quotes()) {
                if (position < text.length() && text.charAt(position) == quote.charAt(0)) {
                    return upTo(quote.charAt(quote.length() - 1));
                }
            }
            return null;
        }

        private String upTo(char close) {
            StringBuilder value = new StringBuilder();
            for (int i = position + 1; i < text.length(); i++) {
                char character = text.charAt(i);
                if (form.escapes().contains(character) && i + 1 < text.length()) {
                    value.append(text.charAt(++i));
                } else if (character == close) {
                    position = i + 1;
                    return value.toString();
                } else {
                    value.append(character);
                }
            }
            return null;
        }
    }
}

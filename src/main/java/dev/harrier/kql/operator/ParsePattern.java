package dev.harrier.kql.operator;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.harrier.kql.expr.Regexes;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of {@code parse}, as one regular expression over the whole text. Texts and skips take as little as they can;
 * only with {@code kind=regex} do the columns of texts take as much as they can, as the real engine does.
 */
final class ParsePattern {

    /** What the texts of a pattern are, and what becomes of values that have not their column's type. */
    enum Kind {
        SIMPLE, RELAXED, REGEX
    }

    /** A part of a pattern; {@code text} is only used for texts, {@code column} only for columns. */
    record Part(String text, Column column) {
        static final Part SKIP = new Part(null, null);

        boolean isSkip() {
            return text == null && column == null;
        }
    }

    private static final String GROUP = "harrierColumn";
    private static final String WHOLE = "(?:[+-]?[0-9]+)";
    private static final String DECIMAL = "(?:[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)";

    private final Kind kind;
    private final List<Column> columns = new ArrayList<>();
    private final Pattern pattern;

    private ParsePattern(Kind kind, List<Part> parts, String flags) {
        this.kind = kind;
        StringBuilder regex = new StringBuilder("(?" + flags + ")\\A");
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            if (part.text() != null) {
                regex.append(kind == Kind.REGEX ? "(?:" + part.text() + ")" : Pattern.quote(part.text()));
            } else if (part.isSkip()) {
                regex.append(".*?");
            } else {
                boolean delimited = i + 1 == parts.size() || parts.get(i + 1).text() != null;
                regex.append("(?P<").append(GROUP).append(columns.size()).append('>')
                        .append(value(part.column().type(), delimited)).append(')');
                columns.add(part.column());
            }
        }
        this.pattern = Regexes.compile(regex.append("\\z").toString());
    }

    /**
     * @param flags of the regular expression: some of {@code imsU}
     * @throws com.google.re2j.PatternSyntaxException if the texts of a regular pattern are no regular expression
     */
    static ParsePattern of(Kind kind, List<Part> parts, String flags) {
        return new ParsePattern(kind, parts, kind == Kind.REGEX ? flags : "s");
    }

    /** Whether values of the type can be told from what follows when no text follows. */
    static boolean endsByItself(ScalarType type) {
        return type.isNumeric();
    }

    private String value(ScalarType type, boolean delimited) {
        boolean whole = type == ScalarType.INT || type == ScalarType.LONG;
        if (kind == Kind.REGEX) {
            return type.isNumeric() ? whole ? WHOLE : DECIMAL : ".*";
        }
        if (delimited) {
            return ".*?";
        }
        return (whole ? WHOLE : DECIMAL) + "?";
    }

    List<Column> columns() {
        return columns;
    }

    /** One value per column; {@code null} if the text does not fit. */
    Dynamic.Array read(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        List<Dynamic> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            ScalarType type = columns.get(i).type();
            String found = matcher.group(GROUP + i);
            Object value = Conversions.convert(ScalarType.STRING, found == null ? "" : found, type);
            if (value == null && kind != Kind.RELAXED) {
                return null;
            }
            values.add(Dynamics.of(type, value));
        }
        return new Dynamic.Array(values);
    }
}

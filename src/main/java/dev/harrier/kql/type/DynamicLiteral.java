package dev.harrier.kql.type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the body of {@code dynamic(…)}: a superset of JSON, so Jackson cannot. */
final class DynamicLiteral {
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    private final String text;
    private int at;

    private DynamicLiteral(String text) {
        this.text = text;
    }

    static DynamicJson.Parsed parse(String text) {
        DynamicLiteral literal = new DynamicLiteral(text);
        try {
            Dynamic value = literal.value(0);
            literal.skipBlanks();
            return literal.at == text.length() ? DynamicJson.Parsed.of(value) : DynamicJson.Parsed.failed(literal.at);
        } catch (Malformed malformed) {
            return DynamicJson.Parsed.failed(Math.min(literal.at, text.length()));
        }
    }

    private Dynamic value(int depth) throws Malformed {
        if (depth > DynamicJson.MAX_DEPTH) {
            throw new Malformed("nested too deeply");
        }
        skipBlanks();
        char c = peek();
        if (c == '{') {
            return bag(depth);
        }
        if (c == '[') {
            return array(depth);
        }
        if (c == '"' || c == '\'' || c == '@') {
            return new Dynamic.Text(string());
        }
        return c >= '0' && c <= '9' || c == '-' || c == '+' || c == '.' ? number() : named(depth);
    }

    private Dynamic bag(int depth) throws Malformed {
        at++;
        Map<String, Dynamic> properties = new LinkedHashMap<>();
        skipBlanks();
        while (!accept('}')) {
            if (!properties.isEmpty()) {
                expect(',');
            }
            skipBlanks();
            String key = string();
            expect(':');
            properties.put(key, value(depth + 1));
            skipBlanks();
        }
        return new Dynamic.Bag(properties);
    }

    private Dynamic array(int depth) throws Malformed {
        at++;
        List<Dynamic> elements = new ArrayList<>();
        skipBlanks();
        while (!accept(']')) {
            if (!elements.isEmpty()) {
                expect(',');
            }
            elements.add(value(depth + 1));
            skipBlanks();
        }
        return new Dynamic.Array(elements);
    }

    private String string() throws Malformed {
        boolean verbatim = accept('@');
        char quote = peek();
        if (quote != '"' && quote != '\'') {
            throw new Malformed("a string was expected");
        }
        at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == quote) {
                if (!verbatim || !accept(quote)) {
                    return value.toString();
                }
                value.append(quote);
            } else if (c == '\\' && !verbatim) {
                value.append(escaped());
            } else {
                value.append(c);
            }
        }
        throw new Malformed("the string does not end");
    }

    private char escaped() throws Malformed {
        char c = peek();
        at++;
        return switch (c) {
            case '\\', '"', '\'', '/' -> c;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'v' -> '\u000B';
            case 'a' -> '\u0007';
            case '0' -> '\0';
            case 'u' -> (char) hexadecimal(4);
            case 'x' -> (char) hexadecimal(2);
            default -> throw new Malformed("unknown escape");
        };
    }

    private int hexadecimal(int digits) throws Malformed {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw new Malformed("a hexadecimal digit was expected");
            }
            value = value << 4 | digit;
            at++;
        }
        return value;
    }

    /** A number, or a duration such as {@code 1.5h}. */
    private Dynamic number() throws Malformed {
        int start = at;
        while (isPartOfNumber()) {
            at++;
        }
        String number = text.substring(start, at);
        if (Timespans.parse(number).isPresent() && Character.isLetter(number.charAt(number.length() - 1))) {
            return new Dynamic.TimeSpan(Timespans.parse(number).getAsLong());
        }
        Long whole = NumberText.parseLong(number);
        if (whole != null) {
            return new Dynamic.Int(whole);
        }
        Double real = NumberText.parseReal(number);
        if (real == null || !Double.isFinite(real)) {
            at = start;
            throw new Malformed("not a number");
        }
        return new Dynamic.Real(real);
    }

    private boolean isPartOfNumber() {
        char c = peek();
        boolean sign = (c == '-' || c == '+')
                && (at == 0 || Character.toLowerCase(text.charAt(at - 1)) == 'e' || !isWordBefore());
        return Character.isLetterOrDigit(c) || c == '.' || sign;
    }

    private boolean isWordBefore() {
        return Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private Dynamic named(int depth) throws Malformed {
        int start = at;
        while (Character.isLetter(peek())) {
            at++;
        }
        String name = text.substring(start, at).toLowerCase(Locale.ROOT);
        int end = at;
        skipBlanks();
        if (!name.isEmpty() && peek() == '(') {
            return name.equals("dynamic") ? nested(depth) : typed(name);
        }
        at = end;
        return switch (name) {
            case "true" -> new Dynamic.Bool(true);
            case "false" -> new Dynamic.Bool(false);
            case "null" -> null;
            default -> {
                at = start;
                throw new Malformed("a value was expected");
            }
        };
    }

    private Dynamic nested(int depth) throws Malformed {
        at++;
        Dynamic value = value(depth + 1);
        expect(')');
        return value;
    }

    private Dynamic typed(String name) throws Malformed {
        int open = at;
        int close = text.indexOf(')', at);
        ScalarType type = typeOf(name);
        if (close < 0 || type == null) {
            throw new Malformed("unknown type");
        }
        String body = unquoted(text.substring(open + 1, close).strip());
        at = close + 1;
        if (body.equals("null")) {
            return null;
        }
        Object value = Conversions.convert(ScalarType.STRING, body, type);
        if (value == null) {
            at = open + 1;
            throw new Malformed("not a " + type);
        }
        return Dynamics.of(type, value);
    }

    private static String unquoted(String body) {
        int last = body.length() - 1;
        boolean quoted = last > 0 && (body.charAt(0) == '"' || body.charAt(0) == '\'')
                && body.charAt(last) == body.charAt(0);
        return quoted ? body.substring(1, last) : body;
    }

    private static ScalarType typeOf(String name) {
        return switch (name) {
            case "bool", "boolean" -> ScalarType.BOOL;
            case "int" -> ScalarType.INT;
            case "long" -> ScalarType.LONG;
            case "real", "double" -> ScalarType.REAL;
            case "decimal" -> ScalarType.DECIMAL;
            case "datetime", "date" -> ScalarType.DATETIME;
            case "timespan", "time" -> ScalarType.TIMESPAN;
            case "guid" -> ScalarType.GUID;
            default -> null;
        };
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private boolean accept(char expected) {
        if (at >= text.length() || text.charAt(at) != expected) {
            return false;
        }
        at++;
        return true;
    }

    private void expect(char expected) throws Malformed {
        skipBlanks();
        if (!accept(expected)) {
            throw new Malformed("'" + expected + "' was expected");
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}

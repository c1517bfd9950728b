package dev.harrier.kql.syntax;

/** The text that a string literal stands for, in each of its forms. */
final class StringLiterals {
    private StringLiterals() {}

    /** Whether it is written {@code h'…'}: not to be logged. */
    static boolean isHidden(String literal) {
        return literal.startsWith("h") || literal.startsWith("H");
    }

    /** The value; the literal is complete, as the lexer saw to. */
    static String value(String literal) {
        String body = isHidden(literal) ? literal.substring(1) : literal;
        if (body.startsWith("```") || body.startsWith("~~~")) {
            return body.substring(3, body.length() - 3);
        }
        if (body.startsWith("@")) {
            String quote = body.substring(1, 2);
            return body.substring(2, body.length() - 1).replace(quote + quote, quote);
        }
        String escaped = body.substring(1, body.length() - 1);
        return escaped.indexOf('\\') < 0 ? escaped : unescape(escaped);
    }

    private static String unescape(String escaped) {
        StringBuilder text = new StringBuilder(escaped.length());
        int at = 0;
        while (at < escaped.length()) {
            char c = escaped.charAt(at++);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            at = unescapeOne(escaped, at, text);
        }
        return text.toString();
    }

    /** @param at the character after the backslash @return where to go on */
    private static int unescapeOne(String escaped, int at, StringBuilder text) {
        char c = escaped.charAt(at);
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'a' -> text.append('\u0007');
            case 'v' -> text.append('\u000B');
            case 'x' -> {
                return hexadecimal(escaped, at + 1, 2, text);
            }
            case 'u' -> {
                return hexadecimal(escaped, at + 1, 4, text);
            }
            case 'U' -> {
                return hexadecimal(escaped, at + 1, 8, text);
            }
            case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                return octal(escaped, at, text);
            }
            default -> text.append(c);
        }
        return at + 1;
    }

    private static int hexadecimal(String escaped, int from, int digits, StringBuilder text) {
        int end = from;
        long value = 0;
        while (end < escaped.length() && end - from < digits && Character.digit(escaped.charAt(end), 16) >= 0) {
            value = value * 16 + Character.digit(escaped.charAt(end++), 16);
        }
        if (end - from < digits || value > Character.MAX_CODE_POINT) {
            text.append(escaped.charAt(from - 1));
            return from;
        }
        text.appendCodePoint((int) value);
        return end;
    }

    private static int octal(String escaped, int from, StringBuilder text) {
        int end = from;
        int value = 0;
        while (end < escaped.length() && end - from < 3 && Character.digit(escaped.charAt(end), 8) >= 0) {
            value = value * 8 + Character.digit(escaped.charAt(end++), 8);
        }
        text.append((char) value);
        return end;
    }

    /** A literal in double quotes with this value. */
    static String quote(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        return text.append('"').toString();
    }
}

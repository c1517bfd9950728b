package dev.harrier.kql.syntax;

import dev.harrier.kql.syntax.ExpressionSyntax.Literal;
import dev.harrier.kql.syntax.grammar.Kql;
import dev.harrier.kql.syntax.grammar.KqlTokens;
import dev.harrier.kql.type.DateTimes;
import dev.harrier.kql.type.Diagnostic;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.SourceSpan;
import dev.harrier.kql.type.Timespans;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads literals into values. A literal that cannot be read is reported and becomes the null of its type. */
final class LiteralReader {
    /** What a literal means that the language refuses: {@code datetime('nonsense')}. */
    static final String BAD_LITERAL = "HA010";
    private static final MathContext DECIMAL_DIGITS = new MathContext(34);
    private static final Pattern GUID = Pattern
            .compile("[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}");

    /** The engine takes {@code datetime(2025, 6, 14)} in literals, though not in {@code todatetime()}. */
    private static final Pattern DATE_AS_LIST = Pattern.compile("(\\d{4})\\s*,\\s*(\\d{1,2})\\s*,\\s*(\\d{1,2})");

    private final List<Diagnostic> diagnostics;

    LiteralReader(List<Diagnostic> diagnostics) {
        this.diagnostics = diagnostics;
    }

    Literal bool(Token token) {
        return literal(Spans.of(token), ScalarType.BOOL, token.getType() == KqlTokens.TRUE);
    }

    /** Literals side by side are one text. */
    Literal text(Kql.TextContext text) {
        List<TerminalNode> parts = text.STRING_LITERAL();
        if (parts.size() == 1) {
            return text(parts.getFirst().getSymbol());
        }
        StringBuilder value = new StringBuilder();
        boolean hidden = false;
        for (TerminalNode part : parts) {
            value.append(StringLiterals.value(part.getText()));
            hidden |= StringLiterals.isHidden(part.getText());
        }
        return new Literal(Spans.of(text), ScalarType.STRING, value.toString(), hidden);
    }

    Literal text(Token token) {
        String literal = token.getText();
        return new Literal(Spans.of(token), ScalarType.STRING, StringLiterals.value(literal),
                StringLiterals.isHidden(literal));
    }

    /** @param sign the minus before it, or null */
    Literal number(Kql.NumberContext number, Token sign) {
        SourceSpan span = sign == null ? Spans.of(number) : Spans.of(sign).to(Spans.of(number));
        String text = (sign == null ? "" : "-") + number.start.getText();
        if (number.REAL_LITERAL() != null || number.DOT() != null) {
            return literal(span, ScalarType.REAL, Double.valueOf(text));
        }
        return literal(span, ScalarType.LONG, whole(span, text, ScalarType.LONG));
    }

    /** @param sign the minus before it, or null; only durations are ever given one */
    Literal duration(Token token, Token sign) {
        SourceSpan span = sign == null ? Spans.of(token) : Spans.of(sign).to(Spans.of(token));
        OptionalLong ticks = Timespans.parse((sign == null ? "" : "-") + token.getText());
        Long value = ticks.isPresent() ? (Long) ticks.getAsLong() : refuse(span, "timespan");
        return literal(span, ScalarType.TIMESPAN, value);
    }

    /** Whether it is {@code datetime()} or {@code datetime(now)}, which is no constant. */
    static boolean isNow(Token token) {
        if (token.getType() != KqlTokens.DATETIME_LITERAL) {
            return false;
        }
        String body = body(token);
        return body.isEmpty() || body.equals("now");
    }

    Literal typed(Token token) {
        SourceSpan span = Spans.of(token);
        String body = body(token);
        return switch (token.getType()) {
            case KqlTokens.DATETIME_LITERAL -> literal(span, ScalarType.DATETIME, dateTime(span, unquoted(body)));
            case KqlTokens.TIMESPAN_TYPED_LITERAL ->
                literal(span, ScalarType.TIMESPAN, timespan(span, unquoted(body)));
            case KqlTokens.GUID_LITERAL -> literal(span, ScalarType.GUID, guid(span, unquoted(body)));
            case KqlTokens.BOOL_LITERAL -> literal(span, ScalarType.BOOL, bool(span, body));
            case KqlTokens.INT_LITERAL -> literal(span, ScalarType.INT, typedWhole(span, body, ScalarType.INT));
            case KqlTokens.LONG_TYPED_LITERAL ->
                literal(span, ScalarType.LONG, typedWhole(span, body, ScalarType.LONG));
            case KqlTokens.REAL_TYPED_LITERAL -> literal(span, ScalarType.REAL, real(span, body));
            case KqlTokens.DECIMAL_LITERAL -> literal(span, ScalarType.DECIMAL, decimal(span, body));
            default -> throw new IllegalStateException("not a typed literal: " + token.getText());
        };
    }

    private static String body(Token token) {
        String text = token.getText();
        return text.substring(text.indexOf('(') + 1, text.length() - 1).strip();
    }

    Literal dynamic(Kql.DynamicLiteralContext dynamic) {
        return literal(Spans.of(dynamic), ScalarType.DYNAMIC, value(dynamic.dynamicValue()));
    }

    private Dynamic value(Kql.DynamicValueContext value) {
        return switch (value) {
            case Kql.DynamicBagContext bag -> bag(bag);
            case Kql.DynamicArrayContext array -> {
                List<Dynamic> elements = new ArrayList<>(array.dynamicValue().size());
                array.dynamicValue().forEach(element -> elements.add(value(element)));
                yield new Dynamic.Array(elements);
            }
            case Kql.DynamicNumberContext number -> dynamicNumber(number);
            case Kql.DynamicTextContext text ->
                new Dynamic.Text(StringLiterals.value(text.STRING_LITERAL().getText()));
            case Kql.DynamicWordContext word ->
                word.NULL() != null ? null : new Dynamic.Bool(word.TRUE() != null);
            case Kql.DynamicTypedContext typed -> dynamic(typed(typed.typedLiteral().start));
            case Kql.DynamicNestedContext nested -> value(nested.dynamicLiteral().dynamicValue());
            default -> throw new IllegalStateException("not a dynamic value: " + value.getText());
        };
    }

    private Dynamic.Bag bag(Kql.DynamicBagContext bag) {
        Map<String, Dynamic> properties = new LinkedHashMap<>();
        for (Kql.DynamicPropertyContext property : bag.dynamicProperty()) {
            String key = StringLiterals.value(property.STRING_LITERAL().getText());
            properties.put(key, value(property.dynamicValue()));
        }
        return new Dynamic.Bag(properties);
    }

    private Dynamic dynamicNumber(Kql.DynamicNumberContext number) {
        Token sign = number.MINUS() == null ? null : number.MINUS().getSymbol();
        return dynamic(number.TIMESPAN_LITERAL() != null
                ? duration(number.TIMESPAN_LITERAL().getSymbol(), sign)
                : number(number.number(), sign));
    }

    private static Dynamic dynamic(Literal literal) {
        return literal.value() == null ? null : Dynamics.of(literal.type(), literal.value());
    }

    private Long dateTime(SourceSpan span, String body) {
        if (isNull(body)) {
            return null;
        }
        Matcher list = DATE_AS_LIST.matcher(body);
        OptionalLong ticks = list.matches()
                ? DateTimes.ofCalendar(number(list, 1), number(list, 2), number(list, 3))
                : DateTimes.parse(body);
        return ticks.isPresent() ? (Long) ticks.getAsLong() : refuse(span, "datetime");
    }

    private static int number(Matcher list, int group) {
        return Integer.parseInt(list.group(group));
    }

    private Long timespan(SourceSpan span, String body) {
        if (isNull(body)) {
            return null;
        }
        OptionalLong ticks = Timespans.parse(body);
        return ticks.isPresent() ? (Long) ticks.getAsLong() : refuse(span, "timespan");
    }

    private UUID guid(SourceSpan span, String body) {
        if (isNull(body)) {
            return null;
        }
        if (!GUID.matcher(body).matches()) {
            return refuse(span, "guid");
        }
        String digits = body.replace("-", "");
        return new UUID(Long.parseUnsignedLong(digits.substring(0, 16), 16),
                Long.parseUnsignedLong(digits.substring(16), 16));
    }

    private Boolean bool(SourceSpan span, String body) {
        return switch (body.toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            case "null" -> null;
            default -> refuse(span, "bool");
        };
    }

    private Long typedWhole(SourceSpan span, String body, ScalarType type) {
        return isNull(body) ? null : whole(span, body, type);
    }

    private Long whole(SourceSpan span, String text, ScalarType type) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1).strip() : text;
        try {
            boolean hexadecimal = digits.startsWith("0x") || digits.startsWith("0X");
            BigInteger magnitude = hexadecimal ? new BigInteger(digits.substring(2), 16) : new BigInteger(digits);
            BigInteger value = negative ? magnitude.negate() : magnitude;
            if (hexadecimal && value.bitLength() == Long.SIZE && value.signum() > 0 && type == ScalarType.LONG) {
                return value.longValue();
            }
            if (digits.startsWith("-") || value.bitLength() >= (type == ScalarType.INT ? Integer.SIZE : Long.SIZE)) {
                return refuse(span, type.keyword());
            }
            return value.longValue();
        } catch (NumberFormatException malformed) {
            return refuse(span, type.keyword());
        }
    }

    private Double real(SourceSpan span, String body) {
        return switch (body.toLowerCase(Locale.ROOT)) {
            case "null" -> null;
            case "nan" -> Double.NaN;
            case "inf", "+inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> {
                BigDecimal value = decimal(body);
                yield value == null ? refuse(span, "real") : (Double) value.doubleValue();
            }
        };
    }

    private BigDecimal decimal(SourceSpan span, String body) {
        if (isNull(body)) {
            return null;
        }
        BigDecimal value = decimal(body);
        return value == null ? refuse(span, "decimal") : value.round(DECIMAL_DIGITS);
    }

    private static BigDecimal decimal(String body) {
        try {
            return new BigDecimal(body);
        } catch (NumberFormatException malformed) {
            return null;
        }
    }

    private <T> T refuse(SourceSpan span, String type) {
        diagnostics.add(Diagnostic.error(BAD_LITERAL, span, "This is not a valid " + type + " literal."));
        return null;
    }

    private static boolean isNull(String body) {
        return body.equals("null");
    }

    private static String unquoted(String body) {
        boolean quoted = body.length() >= 2 && (body.startsWith("\"") && body.endsWith("\"")
                || body.startsWith("'") && body.endsWith("'"));
        return quoted ? body.substring(1, body.length() - 1).strip() : body;
    }

    private static Literal literal(SourceSpan span, ScalarType type, Object value) {
        return new Literal(span, type, value, false);
    }
}

package dev.harrier.kql.type;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON text to and from {@link Dynamic}. */
public final class DynamicJson {
    /** Deeper text is refused: nothing that walks a tree may overflow the stack. */
    public static final int MAX_DEPTH = 1000;

    // Keys come from users: interning them would fill a table that is never emptied.
    private static final JsonFactory FACTORY = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE).maxNameLength(Integer.MAX_VALUE).build())
            .build();
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    /**
     * What became of a text.
     *
     * @param valid whether it was read at all
     * @param value the value, {@code null} for a JSON null and if not valid
     * @param position where reading stopped if not valid, in UTF-16 units
     */
    public record Parsed(boolean valid, Dynamic value, int position) {
        static Parsed of(Dynamic value) {
            return new Parsed(true, value, 0);
        }

        static Parsed failed(int position) {
            return new Parsed(false, null, position);
        }
    }

    private DynamicJson() {}

    /** {@code parse_json}: empty text gives null, text that is not JSON gives itself as a text, never an error. */
    public static Dynamic parseJson(String text) {
        if (text.isEmpty()) {
            return null;
        }
        Parsed parsed = parse(text);
        return parsed.valid() ? parsed.value() : new Dynamic.Text(text);
    }

    /**
     * Reads strict JSON. Of a repeated key the last value stays, in the place of the first. A whole number beyond 64
     * bits becomes a real; one beyond the range of reals is not valid.
     */
    public static Parsed parse(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return Parsed.failed(0);
            }
            Dynamic value = read(parser);
            return parser.nextToken() == null ? Parsed.of(value) : Parsed.failed(position(parser));
        } catch (IOException | ArithmeticException notJson) {
            return Parsed.failed(0);
        }
    }

    private static int position(JsonParser parser) {
        return (int) Math.max(0, parser.currentTokenLocation().getCharOffset());
    }

    /** The value at the parser's current token, which is left on the last token of the value. */
    public static Dynamic read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readBag(parser);
            case START_ARRAY -> readArray(parser);
            case VALUE_STRING -> new Dynamic.Text(parser.getText());
            case VALUE_NUMBER_INT -> readWhole(parser);
            case VALUE_NUMBER_FLOAT -> new Dynamic.Real(finite(parser.getDoubleValue()));
            case VALUE_TRUE -> new Dynamic.Bool(true);
            case VALUE_FALSE -> new Dynamic.Bool(false);
            case VALUE_NULL -> null;
            case FIELD_NAME, END_OBJECT, END_ARRAY, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IOException("no value at " + parser.currentToken());
        };
    }

    private static Dynamic readWhole(JsonParser parser) throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? new Dynamic.Real(finite(parser.getDoubleValue()))
                : new Dynamic.Int(parser.getLongValue());
    }

    private static double finite(double value) {
        if (Double.isInfinite(value)) {
            throw new ArithmeticException("beyond the range of real");
        }
        return value;
    }

    private static Dynamic readBag(JsonParser parser) throws IOException {
        Map<String, Dynamic> properties = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            parser.nextToken();
            properties.put(key, read(parser));
        }
        return new Dynamic.Bag(properties);
    }

    private static Dynamic readArray(JsonParser parser) throws IOException {
        List<Dynamic> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser));
        }
        return new Dynamic.Array(elements);
    }

    /**
     * Reads what stands between the parentheses of {@code dynamic(…)}: JSON, and besides it single-quoted strings and
     * typed literals such as {@code datetime(2020-01-01)}, {@code 1h} or {@code guid(…)} at any place of a value.
     */
    public static Parsed parseLiteral(String text) {
        return DynamicLiteral.parse(text);
    }

    /** Compact JSON text, keys in their order; a null value is {@code null}. What JSON does not know is a string. */
    public static String write(Dynamic value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    /** Appends compact JSON text. */
    public static void write(Dynamic value, StringBuilder text) {
        switch (value) {
            case null -> text.append("null");
            case Dynamic.Array array -> writeArray(array, text);
            case Dynamic.Bag bag -> writeBag(bag, text);
            case Dynamic.Bool bool -> text.append(bool.value());
            case Dynamic.Int whole -> text.append(whole.value());
            case Dynamic.Real real -> writeReal(real.value(), text);
            case Dynamic.Decimal decimal -> quote(Conversions.decimalText(decimal.value()), text);
            case Dynamic.Text string -> quote(string.value(), text);
            case Dynamic.DateTime time -> quote(DateTimes.format(time.ticks()), text);
            case Dynamic.TimeSpan span -> quote(Timespans.format(span.ticks()), text);
            case Dynamic.Guid guid -> quote(guid.value().toString(), text);
        }
    }

    private static void writeReal(double value, StringBuilder text) {
        if (Double.isFinite(value)) {
            text.append(RealText.format(value));
        } else {
            quote(Double.toString(value), text);
        }
    }

    private static void writeArray(Dynamic.Array array, StringBuilder text) {
        char separator = '[';
        for (Dynamic element : array.elements()) {
            text.append(separator);
            write(element, text);
            separator = ',';
        }
        text.append(array.elements().isEmpty() ? "[]" : "]");
    }

    private static void writeBag(Dynamic.Bag bag, StringBuilder text) {
        char separator = '{';
        for (Map.Entry<String, Dynamic> property : bag.properties().entrySet()) {
            text.append(separator);
            quote(property.getKey(), text);
            text.append(':');
            write(property.getValue(), text);
            separator = ',';
        }
        text.append(bag.properties().isEmpty() ? "{}" : "}");
    }

    /** Appends the text as a JSON string; letters outside ASCII stay as they are. */
    public static void quote(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                default -> {
                    if (c < ' ') {
                        text.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xF]);
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}

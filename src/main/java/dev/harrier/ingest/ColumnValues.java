package dev.harrier.ingest;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;

import dev.harrier.catalog.ColumnDescriptor;
import dev.harrier.kql.type.ScalarType;

/** Turns what a source sent into the JSON form that a column's type has in a {@link dev.harrier.catalog.Row}. */
final class ColumnValues {
    private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,19}");
    private static final Pattern TIMESPAN = Pattern
            .compile("(-)?(?:(\\d{1,8})\\.)?(\\d{1,2}):(\\d{2}):(\\d{2})(?:\\.(\\d{1,7}))?");
    private static final int MAX_DECIMAL_DIGITS = 34;
    private static final double EXACT_LONG = 0x1p63;

    private ColumnValues() {}

    /** The value in the column's form, or empty when it cannot be read as one. The value is not null or empty text. */
    static Optional<JsonNode> read(ColumnDescriptor column, JsonNode value) {
        return switch (column.type()) {
            case STRING -> Optional.of(TextNode.valueOf(column.jsonText() ? jsonText(value) : text(value)));
            case DYNAMIC -> Optional.of(dynamic(value));
            case DATETIME -> value.isTextual() ? time(value.asText()) : Optional.empty();
            case BOOL -> bool(value);
            case INT -> whole(value).filter(number -> number == number.intValue()).map(LongNode::valueOf);
            case LONG -> whole(value).map(LongNode::valueOf);
            case REAL -> real(value);
            case DECIMAL -> decimal(value);
            case GUID -> guid(value);
            case TIMESPAN -> timespan(value);
        };
    }

    /** The tree of a JSON text, or the text itself when it is not JSON. */
    static JsonNode dynamic(JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        String text = value.asText().strip();
        if (text.startsWith("{") && text.endsWith("}") || text.startsWith("[") && text.endsWith("]")) {
            try {
                return EventJson.parse(text);
            } catch (JsonProcessingException e) {
                return value;
            }
        }
        return value;
    }

    private static String jsonText(JsonNode value) {
        JsonNode tree = dynamic(value);
        return tree.isContainerNode() ? EventJson.compact(tree) : text(tree);
    }

    private static String text(JsonNode value) {
        return value.isContainerNode() ? EventJson.compact(value) : value.asText();
    }

    private static Optional<JsonNode> time(String text) {
        OptionalLong ticks = EventTimes.parse(text);
        return ticks.isEmpty()
                ? Optional.empty()
                : Optional.of(TextNode.valueOf(EventTimes.format(ticks.getAsLong())));
    }

    private static Optional<JsonNode> bool(JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value);
        }
        return switch (value.asText().strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> Optional.of(BooleanNode.TRUE);
            case "false", "0" -> Optional.of(BooleanNode.FALSE);
            default -> Optional.empty();
        };
    }

    private static Optional<Long> whole(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.canConvertToLong() ? Optional.of(value.longValue()) : Optional.empty();
        }
        String text = value.asText().strip();
        if (value.isTextual() && WHOLE.matcher(text).matches()) {
            try {
                return Optional.of(Long.valueOf(text));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return real(value).map(JsonNode::doubleValue)
                .filter(number -> number == Math.rint(number) && Math.abs(number) < EXACT_LONG).map(Double::longValue);
    }

    private static Optional<JsonNode> real(JsonNode value) {
        double number;
        if (value.isNumber()) {
            number = value.doubleValue();
        } else if (value.isTextual() && !value.asText().isBlank()
                && Character.isDigit(value.asText().charAt(value.asText().length() - 1))) {
            try {
                number = Double.parseDouble(value.asText().strip());
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        } else {
            return Optional.empty();
        }
        return Double.isFinite(number) ? Optional.of(DoubleNode.valueOf(number)) : Optional.empty();
    }

    private static Optional<JsonNode> decimal(JsonNode value) {
        if (!value.isNumber() && !value.isTextual()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(value.asText().strip());
            boolean fits = number.precision() <= MAX_DECIMAL_DIGITS && Math.abs(number.scale()) <= MAX_DECIMAL_DIGITS;
            return fits ? Optional.of(TextNode.valueOf(number.toPlainString())) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> guid(JsonNode value) {
        String text = value.asText().strip();
        try {
            return value.isTextual() && text.length() == 36
                    ? Optional.of(TextNode.valueOf(UUID.fromString(text).toString()))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** {@code [-][d.]hh:mm:ss[.fffffff]}, or whole ticks. */
    private static Optional<JsonNode> timespan(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Optional.of(LongNode.valueOf(value.longValue()));
        }
        Matcher parts = TIMESPAN.matcher(value.asText().strip());
        if (!value.isTextual() || !parts.matches()) {
            return Optional.empty();
        }
        long days = parts.group(2) == null ? 0 : Long.parseLong(parts.group(2));
        long seconds = ((days * 24 + Long.parseLong(parts.group(3))) * 60 + Long.parseLong(parts.group(4))) * 60
                + Long.parseLong(parts.group(5));
        String digits = parts.group(6) == null ? "0" : parts.group(6);
        long fraction = Long.parseLong((digits + "0000000").substring(0, 7));
        try {
            long ticks = Math.addExact(Math.multiplyExact(seconds, EventTimes.TICKS_PER_SECOND), fraction);
            return Optional.of(LongNode.valueOf(parts.group(1) == null ? ticks : -ticks));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Whether KQL has a null of this type that differs from an empty value; a string has none. */
    static boolean isMissing(ScalarType type, JsonNode value) {
        return value == null || value.isNull() || value.isMissingNode()
                || value.isTextual() && (value.asText().isEmpty()
                        || type != ScalarType.STRING && type != ScalarType.DYNAMIC && value.asText().isBlank());
    }
}

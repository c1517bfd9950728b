package dev.harrier.kql.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recorded and computed values in one form: null, Boolean, Double, String, List, or Map. */
final class ComparableValue {

    private static final double RELATIVE = 1e-9;
    private static final double ABSOLUTE = 1e-12;
    private static final Pattern DATETIME = Pattern
            .compile("(\\d+-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d+))?.*");
    private static final Pattern TIMESPAN = Pattern
            .compile("(-?)(?:(\\d+)\\.)?(\\d+):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?");
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.core.json.JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature());
    private static final Map<String, String> CLASSES = Map.ofEntries(Map.entry("int", "Int"),
            Map.entry("long", "Int"), Map.entry("real", "Real"), Map.entry("decimal", "Real"),
            Map.entry("string", "String"), Map.entry("datetime", "DateTime"), Map.entry("timespan", "TimeSpan"),
            Map.entry("bool", "Bool"), Map.entry("dynamic", "Dynamic"), Map.entry("guid", "Guid"));

    private ComparableValue() {}

    static String classOf(String type) {
        return CLASSES.getOrDefault(type, type);
    }

    /** @param anyOrder whether arrays are sets */
    static Object computed(ScalarType type, Object value, boolean anyOrder) {
        if (value == null) {
            return type == ScalarType.STRING ? "" : null;
        }
        return switch (type) {
            case BOOL, STRING -> value;
            case INT, LONG, REAL, DECIMAL -> ((Number) value).doubleValue();
            case GUID -> value.toString();
            case DATETIME, TIMESPAN -> time(Conversions.toText(type, value), type == ScalarType.DATETIME);
            case DYNAMIC -> tree(new TextNode(DynamicJson.write((Dynamic) value)), anyOrder);
        };
    }

    static Object recorded(JsonNode value, String type, boolean anyOrder) {
        String typeClass = classOf(type);
        if (typeClass.equals("String")) {
            return value.isNull() ? "" : value.asText();
        }
        if (value.isNull() || value.asText().isEmpty() && value.isTextual() && !typeClass.equals("Dynamic")) {
            return null;
        }
        return switch (typeClass) {
            case "Int", "Real" -> number(value);
            case "Bool" -> List.of("true", "1").contains(value.asText().toLowerCase(Locale.ROOT));
            case "Guid" -> value.asText().replace("'", "").replace("\"", "").toLowerCase(Locale.ROOT);
            case "DateTime" -> time(value.asText(), true);
            case "TimeSpan" -> time(value.asText(), false);
            default -> tree(value, anyOrder);
        };
    }

    private static Object number(JsonNode value) {
        if (value.isBoolean()) {
            return value.asBoolean() ? 1.0 : 0.0;
        }
        return switch (value.asText()) {
            case "NaN" -> Double.NaN;
            case "Infinity", "∞" -> Double.POSITIVE_INFINITY;
            case "-Infinity", "-∞" -> Double.NEGATIVE_INFINITY;
            default -> value.isNumber() ? value.asDouble() : Double.valueOf(value.asText());
        };
    }

    private static Object time(String text, boolean datetime) {
        Matcher matcher = (datetime ? DATETIME : TIMESPAN).matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        if (datetime) {
            return List.of(matcher.group(1), matcher.group(2), fraction(matcher.group(3)));
        }
        String days = matcher.group(2) == null ? "0" : Integer.valueOf(matcher.group(2)).toString();
        String hours = matcher.group(3).length() < 2 ? "0" + matcher.group(3) : matcher.group(3);
        return List.of(matcher.group(1), days, hours, matcher.group(4), matcher.group(5), fraction(matcher.group(6)));
    }

    private static String fraction(String digits) {
        return ((digits == null ? "" : digits) + "0000000").substring(0, 7);
    }

    private static Object tree(JsonNode value, boolean anyOrder) {
        return switch (value) {
            case TextNode text -> textTree(text, anyOrder);
            case ObjectNode object -> {
                Map<String, Object> properties = new TreeMap<>();
                object.properties().forEach(
                        property -> properties.put(property.getKey(), tree(property.getValue(), anyOrder)));
                yield properties;
            }
            case ArrayNode array -> {
                List<Object> elements = new ArrayList<>();
                array.forEach(element -> elements.add(tree(element, anyOrder)));
                if (anyOrder) {
                    elements.sort(Comparator.comparing(String::valueOf));
                }
                yield elements;
            }
            default ->
                value.isNull() ? null : value.isBoolean() ? (Object) value.asBoolean() : (Object) value.asDouble();
        };
    }

    private static Object textTree(TextNode text, boolean anyOrder) {
        try {
            JsonNode parsed = JSON.readTree(text.asText());
            return parsed == null || parsed.isMissingNode() || parsed.equals(text)
                    ? text.asText()
                    : tree(parsed, anyOrder);
        } catch (JsonProcessingException notJson) {
            return text.asText();
        }
    }

    static boolean close(Object left, Object right) {
        if (left instanceof Double first && right instanceof Double second) {
            return first.equals(second) || first.doubleValue() == second.doubleValue() || near(first, second);
        }
        if (left instanceof List<?> first && right instanceof List<?> second) {
            if (first.size() != second.size()) {
                return false;
            }
            for (int i = 0; i < first.size(); i++) {
                if (!close(first.get(i), second.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof Map<?, ?> first && right instanceof Map<?, ?> second) {
            return first.keySet().equals(second.keySet())
                    && first.keySet().stream().allMatch(key -> close(first.get(key), second.get(key)));
        }
        return java.util.Objects.equals(left, right);
    }

    private static boolean near(double first, double second) {
        double difference = Math.abs(first - second);
        return !Double.isInfinite(difference)
                && (difference <= RELATIVE * Math.max(Math.abs(first), Math.abs(second)) || difference <= ABSOLUTE);
    }
}

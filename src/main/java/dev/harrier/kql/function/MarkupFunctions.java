package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ua_parser.Client;
import ua_parser.Parser;

/** {@code parse_user_agent} and {@code parse_xml}. */
final class MarkupFunctions {
    /** Patterns are many and texts come from outside: what is longer is cut before it is matched. */
    private static final int MOST_AGENT_LENGTH = 2_048;

    private MarkupFunctions() {}

    /** Loading the patterns takes a while, so it waits for the first use. */
    private static final class Agents {
        private static final Parser PARSER = new Parser();
    }

    static List<ScalarFunction> all() {
        return List.of(
                ScalarFunction.named("parse_user_agent")
                        .summary(
                                "The browser, operating system or device that a user agent names; of a device only the family.")
                        .example("print tostring(parse_user_agent('Mozilla/5.0 (Windows; U; en-US) AppleWebKit/531.9 "
                                + "(KHTML, like Gecko) AdobeAIR/2.5.1', 'browser').Browser.Family)", "AdobeAIR")
                        .signature(List.of(TextArguments.text("userAgent"), Parameter.of("targets", STRING, DYNAMIC)),
                                DYNAMIC,
                                arguments -> userAgent(TextArguments.textOf(arguments[0]), targets(arguments[1])))
                        .build(),
                ScalarFunction.named("parse_xml").summary("XML text as a dynamic value; null if it is not XML.")
                        .example("print tostring(parse_xml('<e name=\"v\">text</e>'))",
                                "{\"e\":{\"@name\":\"v\",\"#text\":\"text\"}}")
                        .signature(List.of(TextArguments.text("xml")), DYNAMIC,
                                arguments -> XmlReading.read(TextArguments.textOf(arguments[0])))
                        .build());
    }

    private static List<String> targets(Object value) {
        return value instanceof Dynamic.Array array
                ? array.elements().stream().map(TextArguments::textOf).toList()
                : List.of(TextArguments.textOf(value));
    }

    private static Dynamic userAgent(String text, List<String> targets) {
        Client client = Agents.PARSER.parse(text.substring(0, Math.min(text.length(), MOST_AGENT_LENGTH)));
        Map<String, Dynamic> found = new LinkedHashMap<>();
        if (targets.contains("browser")) {
            found.put("Browser", bag("Family", client.userAgent.family, "MajorVersion", client.userAgent.major,
                    "MinorVersion", client.userAgent.minor, "Patch", client.userAgent.patch));
        }
        if (targets.contains("os")) {
            found.put("OperatingSystem", bag("Family", client.os.family, "MajorVersion", client.os.major,
                    "MinorVersion", client.os.minor, "Patch", client.os.patch, "PatchMinor", client.os.patchMinor));
        }
        if (targets.contains("device")) {
            found.put("Device", bag("Family", client.device.family));
        }
        return found.isEmpty() ? null : new Dynamic.Bag(found);
    }

    private static Dynamic bag(String... namesAndValues) {
        Map<String, Dynamic> properties = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.put(namesAndValues[i],
                    new Dynamic.Text(namesAndValues[i + 1] == null ? "" : namesAndValues[i + 1]));
        }
        return new Dynamic.Bag(properties);
    }
}

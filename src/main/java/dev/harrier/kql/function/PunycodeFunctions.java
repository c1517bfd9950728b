package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.ScalarFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** {@code punycode_…}: texts, and the labels of domain names, in ASCII. The empty text where that is not possible. */
final class PunycodeFunctions {
    private static final String PREFIX = "xn--";
    /** What separates labels: the full stop and its ideographic forms. */
    private static final String STOPS = "[.\u3002\uFF0E\uFF61]";

    private PunycodeFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                function("punycode_from_string", "A text in punycode, without a prefix.",
                        "print punycode_from_string('m\u00fcnchen')", "mnchen-3ya",
                        text -> Punycode.encode(text).orElse("")),
                function("punycode_to_string", "The text that is given in punycode.",
                        "print punycode_to_string('mnchen-3ya')", "m\u00fcnchen",
                        text -> Punycode.decode(text).orElse("")),
                function("punycode_domain_to_string", "A domain name in ASCII: each label that needs it in punycode.",
                        "print punycode_domain_to_string('m\u00fcnchen.example')", "xn--mnchen-3ya.example",
                        PunycodeFunctions::encodedDomain),
                function("punycode_domain_from_string", "The domain name whose labels are given in ASCII.",
                        "print punycode_domain_from_string('xn--mnchen-3ya.example')", "m\u00fcnchen.example",
                        PunycodeFunctions::decodedDomain));
    }

    private static ScalarFunction function(String name, String summary, String example, String result,
            UnaryOperator<String> function) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(TextArguments.text("text")), STRING,
                        arguments -> function.apply(TextArguments.textOf(arguments[0])))
                .build();
    }

    private static String encodedDomain(String domain) {
        List<String> labels = new ArrayList<>();
        for (String label : domain.split(STOPS, -1)) {
            boolean ascii = label.chars().allMatch(unit -> unit < 128);
            Optional<String> encoded = ascii ? Optional.of(label) : Punycode.encode(label).map(PREFIX::concat);
            if (encoded.isEmpty()) {
                return "";
            }
            labels.add(encoded.get());
        }
        return String.join(".", labels);
    }

    private static String decodedDomain(String domain) {
        List<String> labels = new ArrayList<>();
        for (String label : domain.split(STOPS, -1)) {
            boolean encoded = label.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
            Optional<String> decoded = encoded
                    ? Punycode.decode(label.substring(PREFIX.length()))
                    : Optional.of(label);
            if (decoded.isEmpty()) {
                return "";
            }
            labels.add(decoded.get());
        }
        return String.join(".", labels);
    }
}

package dev.harrier.kql.function;

import dev.harrier.kql.expr.Regexes;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Functions by regular expression: {@code extract extract_all replace_regex trim countof indexof_regex}. */
final class RegexFunctions {
    private RegexFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(extract(), extractAll(), replaceRegex(),
                trim("trim", true, true, "Takes one match of a regular expression off each end of a text.",
                        "print trim('x', 'xxabcxx')", "xabcx"),
                trim("trim_start", true, false, "Takes one match of a regular expression off the start of a text.",
                        "print trim_start('[^a-z]+', '-- abc')", "abc"),
                trim("trim_end", false, true, "Takes one match of a regular expression off the end of a text.",
                        "print trim_end('c', 'abcc')", "abc"),
                regexQuote());
    }

    private static ScalarFunction extract() {
        List<Parameter> parameters = List.of(TextArguments.text("regex"), Parameter.of("group", LONG),
                TextArguments.text("text"), Parameter.typeLiteral("type"));
        return ScalarFunction.named("extract").checkText(0, Regexes::problem)
                .summary("What a group of a regular expression matched first in a text, as text or as another type.")
                .example("print extract('-(\\\\d+)-', 1, '15-12-2024', typeof(int))", "12")
                .signature(parameters, types -> Optional.of(types.size() > 3 ? types.get(3) : STRING),
                        NullRule.HANDLED, RegexFunctions::extractKernel)
                .build();
    }

    private static Kernel extractKernel(Kernel.Site site) {
        Regexes.Cache patterns = new Regexes.Cache();
        ScalarType target = site.resultType();
        return (Kernel.PerValue) arguments -> {
            Pattern pattern = patterns.get(TextArguments.textOf(arguments[0]));
            Long group = (Long) arguments[1];
            if (pattern == null || group == null || group < 0 || group > pattern.groupCount()) {
                return null;
            }
            Matcher matcher = pattern.matcher(TextArguments.textOf(arguments[2]));
            if (!matcher.find()) {
                return null;
            }
            String text = matcher.group(group.intValue());
            return text == null || target == STRING ? text : Conversions.convert(STRING, text, target);
        };
    }

    private static ScalarFunction extractAll() {
        return ScalarFunction.named("extract_all").checkText(0, Regexes::problem)
                .summary(
                        "All matches of a regular expression: an array of texts, or of arrays if it has several groups.")
                .example("print tostring(extract_all('([a-z])([0-9])', 'a1 b2'))", "[[\"a\",\"1\"],[\"b\",\"2\"]]")
                .signature(List.of(TextArguments.text("regex"), TextArguments.text("text")),
                        ResultType.always(DYNAMIC), NullRule.HANDLED, site -> {
                            Regexes.Cache patterns = new Regexes.Cache();
                            return (Kernel.PerValue) arguments -> allMatches(
                                    patterns.get(TextArguments.textOf(arguments[0])), null,
                                    TextArguments.textOf(arguments[1]));
                        })
                .signature(List.of(TextArguments.text("regex"), Parameter.of("groups", DYNAMIC),
                        TextArguments.text("text")), ResultType.always(DYNAMIC), NullRule.HANDLED, site -> {
                            Regexes.Cache patterns = new Regexes.Cache();
                            return (Kernel.PerValue) arguments -> allMatches(
                                    patterns.get(TextArguments.textOf(arguments[0])), (Dynamic) arguments[1],
                                    TextArguments.textOf(arguments[2]));
                        })
                .build();
    }

    private static Object allMatches(Pattern pattern, Dynamic wanted, String text) {
        if (pattern == null) {
            return null;
        }
        int[] groups = groups(pattern, wanted);
        List<Dynamic> matches = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (groups.length > 0 && matcher.find()) {
            List<Dynamic> captured = new ArrayList<>(groups.length);
            for (int group : groups) {
                String value = matcher.group(group);
                captured.add(new Dynamic.Text(value == null ? "" : value));
            }
            matches.add(captured.size() == 1 ? captured.getFirst() : new Dynamic.Array(captured));
        }
        return matches.isEmpty() ? null : new Dynamic.Array(matches);
    }

    /** The groups asked for by number or name; all of them if none is named, the whole match if there are none. */
    private static int[] groups(Pattern pattern, Dynamic wanted) {
        if (wanted instanceof Dynamic.Array array) {
            return array.elements().stream().mapToInt(element -> group(pattern, element))
                    .filter(group -> group >= 0 && group <= pattern.groupCount()).toArray();
        }
        return pattern.groupCount() == 0 ? new int[]{0} : IntStream.rangeClosed(1, pattern.groupCount()).toArray();
    }

    private static int group(Pattern pattern, Dynamic wanted) {
        return switch (wanted) {
            case Dynamic.Int number -> (int) Math.clamp(number.value(), -1, Integer.MAX_VALUE);
            case Dynamic.Text name -> pattern.namedGroups().getOrDefault(name.value(), -1);
            case null -> -1;
            case Dynamic other -> -1;
        };
    }

    private static ScalarFunction replaceRegex() {
        return ScalarFunction.named("replace_regex").alias("replace").checkText(1, Regexes::problem)
                .summary("Replaces every match of a regular expression; \\1 stands for what the first group matched.")
                .example("print replace_regex('Number is 1', 'is ([0-9]+)', @'was: \\1')", "Number was: 1")
                .signature(List.of(TextArguments.text("text"), TextArguments.text("regex"),
                        TextArguments.text("replacement")), ResultType.always(STRING), NullRule.HANDLED, site -> {
                            Regexes.Cache patterns = new Regexes.Cache();
                            return (Kernel.PerValue) arguments -> replaced(TextArguments.textOf(arguments[0]),
                                    patterns.get(TextArguments.textOf(arguments[1])),
                                    TextArguments.textOf(arguments[2]));
                        })
                .build();
    }

    private static String replaced(String text, Pattern pattern, String replacement) {
        if (pattern == null) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        Matcher matcher = pattern.matcher(text);
        int copied = 0;
        while (matcher.find()) {
            result.append(text, copied, matcher.start());
            appendReplacement(result, matcher, replacement);
            copied = matcher.end();
        }
        return result.append(text, copied, text.length()).toString();
    }

    /** A backslash before a digit is a group, before another backslash a backslash. */
    private static void appendReplacement(StringBuilder result, Matcher matcher, String replacement) {
        for (int i = 0; i < replacement.length(); i++) {
            char character = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
            if (character == '\\' && next >= '0' && next <= '9') {
                int group = next - '0';
                String value = group <= matcher.groupCount() ? matcher.group(group) : null;
                result.append(value == null ? "" : value);
                i++;
            } else if (character == '\\' && next == '\\') {
                result.append('\\');
                i++;
            } else {
                result.append(character);
            }
        }
    }

    private static ScalarFunction trim(String name, boolean start, boolean end, String summary, String example,
            String result) {
        return ScalarFunction.named(name).checkText(0, Regexes::problem).summary(summary).example(example, result)
                .signature(List.of(TextArguments.text("regex"), TextArguments.text("text")),
                        ResultType.always(STRING), NullRule.HANDLED, site -> {
                            Regexes.Cache starts = new Regexes.Cache();
                            Regexes.Cache ends = new Regexes.Cache();
                            return (Kernel.PerValue) arguments -> {
                                String regex = TextArguments.textOf(arguments[0]);
                                String text = TextArguments.textOf(arguments[1]);
                                String cut = start ? cut(text, starts.get("^(?:" + regex + ")")) : text;
                                return end ? cut(cut, ends.get("(?:" + regex + ")$")) : cut;
                            };
                        })
                .build();
    }

    private static String cut(String text, Pattern pattern) {
        Matcher matcher = pattern == null ? null : pattern.matcher(text);
        if (matcher == null || !matcher.find()) {
            return text;
        }
        return text.substring(0, matcher.start()) + text.substring(matcher.end());
    }

    private static ScalarFunction regexQuote() {
        return ScalarFunction.named("regex_quote").summary("The text as a regular expression that matches just it.")
                .example("print regex_quote('(so$me.Te^xt)')", "\\(so\\$me\\.Te\\^xt\\)")
                .signature(List.of(TextArguments.text("text")), STRING,
                        arguments -> Pattern.quote(TextArguments.textOf(arguments[0])))
                .build();
    }
}

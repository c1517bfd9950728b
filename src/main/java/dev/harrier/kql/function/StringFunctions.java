package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.BOOL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.LONG;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ResultType;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Conversions;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.ScalarType;
import dev.harrier.kql.type.Values;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Joining, cutting and changing texts: {@code strcat substring tolower reverse translate} and others. */
final class StringFunctions {
    private static final int MOST_REPETITIONS = 1024;

    private StringFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(strcat(), strcatDelim(), strcatArray(),
                ofText("strlen", "The number of characters (code points) of a text.", "print strlen('hello')", "5",
                        LONG,
                        text -> (long) CodePoints.length(text)),
                ofText("string_size", "The number of bytes of a text in UTF-8.", "print string_size('h\u00e9')", "3",
                        LONG, text -> (long) text.getBytes(StandardCharsets.UTF_8).length),
                change("toupper", "The text in upper case.", "print toupper('Hello')", "HELLO",
                        text -> CodePoints.map(text, Character::toUpperCase)),
                change("tolower", "The text in lower case.", "print tolower('Hello')", "hello",
                        text -> CodePoints.map(text, Character::toLowerCase)),
                change("reverse", "The characters of the text in reverse order.", "print reverse('abc')", "cba",
                        text -> new StringBuilder(text).reverse().toString()),
                substring(), strrep(), translate(), strcmp(),
                ofText("isascii", "Says whether the text has only ASCII characters.", "print isascii('h\u00e9')",
                        "False",
                        BOOL, text -> text.chars().allMatch(character -> character < 128)),
                ofText("isutf8", "Says whether the text is valid UTF-8.", "print isutf8('some string')", "True", BOOL,
                        text -> StandardCharsets.UTF_8.newEncoder().canEncode(text)));
    }

    private static ScalarFunction strcat() {
        return ScalarFunction.named("strcat").summary("Joins values as text; nulls are empty.")
                .example("print strcat('a', 1, true)", "a1True")
                .signature(List.of(Parameter.any("values").repeated()), ResultType.always(STRING), NullRule.HANDLED,
                        site -> {
                            List<ScalarType> types = types(site);
                            return (Kernel.PerValue) arguments -> join(types, arguments, 0, "");
                        })
                .build();
    }

    private static ScalarFunction strcatDelim() {
        return ScalarFunction.named("strcat_delim").summary("Joins values as text, with a delimiter between them.")
                .example("print strcat_delim('-', 1, '2', 'A', 1s)", "1-2-A-00:00:01")
                .signature(List.of(TextArguments.text("delimiter"), Parameter.any("values").repeated()),
                        ResultType.always(STRING), NullRule.HANDLED, site -> {
                            List<ScalarType> types = types(site);
                            return (Kernel.PerValue) arguments -> join(types, arguments, 1,
                                    TextArguments.textOf(arguments[0]));
                        })
                .build();
    }

    private static List<ScalarType> types(Kernel.Site site) {
        return site.arguments().stream().map(argument -> argument.type()).toList();
    }

    private static String join(List<ScalarType> types, Object[] values, int first, String delimiter) {
        StringBuilder joined = new StringBuilder();
        for (int i = first; i < values.length; i++) {
            joined.append(i == first ? "" : delimiter);
            joined.append(values[i] instanceof String text ? text : Conversions.toText(types.get(i), values[i]));
        }
        return joined.toString();
    }

    private static ScalarFunction strcatArray() {
        return ScalarFunction.named("strcat_array").summary("Joins the elements of an array, with a delimiter.")
                .example("print strcat_array(dynamic([1, 2, 3]), '->')", "1->2->3")
                .signature(List.of(Parameter.of("array", DYNAMIC), TextArguments.text("delimiter")), STRING,
                        arguments -> arguments[0] instanceof Dynamic.Array array
                                ? array.elements().stream().map(TextArguments::textOf)
                                        .collect(Collectors.joining(TextArguments.textOf(arguments[1])))
                                : TextArguments.textOf(arguments[0]))
                .build();
    }

    /** A function of a text; a value of another type is read as text. */
    private static ScalarFunction ofText(String name, String summary, String example, String result, ScalarType type,
            Function<String, Object> function) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(TextArguments.text("text")), ResultType.always(type), NullRule.HANDLED,
                        site -> (Kernel.PerValue) arguments -> function.apply(TextArguments.textOf(arguments[0])))
                .build();
    }

    private static ScalarFunction change(String name, String summary, String example, String result,
            UnaryOperator<String> change) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(Parameter.any("value")), ResultType.always(STRING), NullRule.PROPAGATE, site -> {
                    ScalarType type = site.type(0);
                    return (Kernel.PerValue) arguments -> change.apply(Conversions.toText(type, arguments[0]));
                }).build();
    }

    private static ScalarFunction substring() {
        return ScalarFunction.named("substring")
                .summary(
                        "A part of a text: from a position (counted from 0, or from the end if negative), of a length.")
                .example("print substring('abcdefg', 1, 2)", "bc")
                .signature(List.of(Parameter.any("text"), Parameter.of("start", LONG),
                        Parameter.of("length", LONG).optional()), ResultType.always(STRING), NullRule.PROPAGATE,
                        site -> {
                            ScalarType type = site.type(0);
                            return (Kernel.PerValue) arguments -> CodePoints.substring(
                                    Conversions.toText(type, arguments[0]), (Long) arguments[1],
                                    arguments.length > 2 ? (Long) arguments[2] : Long.MAX_VALUE);
                        })
                .build();
    }

    private static ScalarFunction strrep() {
        return ScalarFunction.named("strrep").summary("A text several times over (at most 1024), with a delimiter.")
                .example("print strrep('ab', 3, '-')", "ab-ab-ab")
                .signature(List.of(Parameter.any("value"), Parameter.of("times", LONG),
                        TextArguments.text("delimiter").optional()), ResultType.always(STRING), NullRule.PROPAGATE,
                        site -> {
                            ScalarType type = site.type(0);
                            return (Kernel.PerValue) arguments -> repeated(Conversions.toText(type, arguments[0]),
                                    (Long) arguments[1],
                                    arguments.length > 2 ? TextArguments.textOf(arguments[2]) : "");
                        })
                .build();
    }

    private static String repeated(String text, long times, String delimiter) {
        int count = (int) Math.clamp(times, 0, MOST_REPETITIONS);
        return count == 0 ? "" : text + (delimiter + text).repeat(count - 1);
    }

    private static ScalarFunction translate() {
        return ScalarFunction.named("translate")
                .summary(
                        "Replaces characters of one set by those of another; the last of these stands for the missing.")
                .example("print translate('krasp', 'otsku', 'spark')", "kusto")
                .signature(List.of(TextArguments.text("search"), TextArguments.text("replacement"),
                        TextArguments.text("text")), STRING,
                        arguments -> translated(TextArguments.textOf(arguments[0]), TextArguments.textOf(arguments[1]),
                                TextArguments.textOf(arguments[2])))
                .build();
    }

    /** With an empty replacement the characters are removed. */
    private static String translated(String search, String replacement, String text) {
        int[] from = search.codePoints().toArray();
        int[] to = replacement.codePoints().toArray();
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            int position = indexOf(from, character);
            if (position < 0) {
                result.appendCodePoint(character);
            } else if (to.length > 0) {
                result.appendCodePoint(to[Math.min(position, to.length - 1)]);
            }
        });
        return result.toString();
    }

    private static int indexOf(int[] characters, int wanted) {
        for (int i = 0; i < characters.length; i++) {
            if (characters[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static ScalarFunction strcmp() {
        return ScalarFunction.named("strcmp").summary("The order of two texts by code point: -1, 0 or 1.")
                .example("print strcmp('abc', 'ABC')", "1")
                .signature(List.of(TextArguments.text("first"), TextArguments.text("second")),
                        ResultType.always(LONG), NullRule.HANDLED,
                        site -> (Kernel.PerValue) arguments -> (long) Integer.signum(Values.compareText(
                                TextArguments.textOf(arguments[0]), TextArguments.textOf(arguments[1]))))
                .build();
    }
}

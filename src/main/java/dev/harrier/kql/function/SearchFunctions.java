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
import dev.harrier.kql.type.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finding, counting, splitting and replacing plain texts: {@code indexof countof split replace_string}. */
final class SearchFunctions {
    private SearchFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(indexOf(), indexOfRegex(), countOf(), split(), replaceString(), replaceStrings(), hasAnyIndex());
    }

    private static List<Parameter> searchParameters() {
        return List.of(Parameter.any("text"), Parameter.any("search"), Parameter.of("start", LONG).optional(),
                Parameter.of("length", LONG).optional(), Parameter.of("occurrence", LONG).optional());
    }

    private static long number(Object[] arguments, int position, long otherwise) {
        return position < arguments.length && arguments[position] != null ? (Long) arguments[position] : otherwise;
    }

    private static ScalarFunction indexOf() {
        return ScalarFunction.named("indexof")
                .summary("The position, from 0, at which a text occurs in another; -1 if it does not.")
                .example("print indexof('abcdefg', 'cde')", "2")
                .signature(searchParameters(), ResultType.always(LONG), NullRule.HANDLED, site -> {
                    ScalarType textType = site.type(0);
                    ScalarType searchType = site.type(1);
                    return (Kernel.PerValue) arguments -> indexOf(Conversions.toText(textType, arguments[0]),
                            Conversions.toText(searchType, arguments[1]), number(arguments, 2, 0),
                            number(arguments, 3, -1), number(arguments, 4, 1));
                }).build();
    }

    /** The length bounds where a match may begin, not where it ends. */
    private static Long indexOf(String text, String search, long start, long length, long occurrence) {
        if (search.isEmpty() || length < -1 || occurrence < 1) {
            return null;
        }
        int size = CodePoints.length(text);
        long from = start < 0 ? Math.max(0, start + size) : start;
        if (from > size) {
            return -1L;
        }
        long end = length == -1 || length > size - from ? size : from + length;
        int found = text.indexOf(search, CodePoints.offset(text, (int) from));
        for (long left = occurrence; found >= 0 && left > 1; left--) {
            found = text.indexOf(search, found + 1);
        }
        long position = CodePoints.position(text, found);
        return position < 0 || position >= end ? -1L : (Long) position;
    }

    private static ScalarFunction indexOfRegex() {
        return ScalarFunction.named("indexof_regex")
                .summary("The position, from 0, at which a regular expression matches in a text; -1 if it does not.")
                .example("print indexof_regex('abcabcdefg', 'a.c', 0, 9, 2)", "3")
                .signature(searchParameters(), ResultType.always(LONG), NullRule.HANDLED, site -> {
                    Regexes.Cache patterns = new Regexes.Cache();
                    ScalarType textType = site.type(0);
                    return (Kernel.PerValue) arguments -> indexOf(Conversions.toText(textType, arguments[0]),
                            patterns.get(Conversions.toText(site.type(1), arguments[1])), number(arguments, 2, 0),
                            number(arguments, 3, -1), number(arguments, 4, 1));
                }).build();
    }

    private static Long indexOf(String text, Pattern pattern, long start, long length, long occurrence) {
        if (pattern == null || start < 0 || length < -1 || occurrence < 1) {
            return null;
        }
        String part = CodePoints.substring(text, start, length == -1 ? Long.MAX_VALUE : length);
        Matcher matcher = pattern.matcher(part);
        for (long left = occurrence; left > 0; left--) {
            if (!matcher.find()) {
                return -1L;
            }
        }
        return start + CodePoints.position(part, matcher.start());
    }

    private static ScalarFunction countOf() {
        return ScalarFunction.named("countof")
                .summary("How often a text occurs in another (overlaps count), or a regular expression matches in it.")
                .example("print countof('aaaa', 'aa')", "3")
                .signature(List.of(TextArguments.text("text"), TextArguments.text("search"),
                        Parameter.of("kind", STRING).optional()), ResultType.always(LONG), NullRule.HANDLED, site -> {
                            Regexes.Cache patterns = new Regexes.Cache();
                            return (Kernel.PerValue) arguments -> {
                                String text = TextArguments.textOf(arguments[0]);
                                String search = TextArguments.textOf(arguments[1]);
                                boolean regex = arguments.length > 2 && "regex".equals(arguments[2]);
                                return regex ? matches(text, patterns.get(search)) : (Long) occurrences(text, search);
                            };
                        })
                .build();
    }

    private static long occurrences(String text, String search) {
        long count = 0;
        int found = search.isEmpty() ? -1 : text.indexOf(search);
        while (found >= 0) {
            count++;
            found = text.indexOf(search, found + 1);
        }
        return count;
    }

    private static Long matches(String text, Pattern pattern) {
        if (pattern == null) {
            return null;
        }
        long count = 0;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    private static ScalarFunction split() {
        return ScalarFunction.named("split")
                .summary("The parts of a text between delimiters, as an array; with a position, only that part.")
                .example("print tostring(split('aaa_bbb_ccc', '_', 1))", "[\"bbb\"]")
                .signature(List.of(TextArguments.text("text"), TextArguments.text("delimiter"),
                        Parameter.of("position", LONG).optional()), ResultType.always(DYNAMIC), NullRule.HANDLED,
                        site -> (Kernel.PerValue) arguments -> split(TextArguments.textOf(arguments[0]),
                                TextArguments.textOf(arguments[1]),
                                arguments.length > 2 ? (Long) arguments[2] : null))
                .build();
    }

    private static Dynamic split(String text, String delimiter, Long position) {
        List<Dynamic> parts = new ArrayList<>();
        int start = 0;
        int found = delimiter.isEmpty() ? -1 : text.indexOf(delimiter);
        while (found >= 0) {
            parts.add(new Dynamic.Text(text.substring(start, found)));
            start = found + delimiter.length();
            found = text.indexOf(delimiter, start);
        }
        parts.add(new Dynamic.Text(text.substring(start)));
        if (position == null) {
            return new Dynamic.Array(parts);
        }
        return position < 0 || position >= parts.size()
                ? null
                : new Dynamic.Array(List.of(parts.get(position.intValue())));
    }

    private static ScalarFunction replaceString() {
        return ScalarFunction.named("replace_string").summary("Replaces every occurrence of a text by another.")
                .example("print replace_string('a cat', 'cat', 'dog')", "a dog")
                .signature(List.of(TextArguments.text("text"), TextArguments.text("search"),
                        TextArguments.text("replacement")), ResultType.always(STRING), NullRule.HANDLED,
                        site -> (Kernel.PerValue) arguments -> {
                            String search = TextArguments.textOf(arguments[1]);
                            String text = TextArguments.textOf(arguments[0]);
                            return search.isEmpty() ? text : text.replace(search, TextArguments.textOf(arguments[2]));
                        })
                .build();
    }

    private static ScalarFunction replaceStrings() {
        return ScalarFunction.named("replace_strings")
                .summary("Replaces several texts one after the other; what was put in is not replaced again.")
                .example("print replace_strings('a cat, a dog', dynamic(['cat', 'dog']), dynamic(['dog', 'pig']))",
                        "a dog, a pig")
                .signature(List.of(TextArguments.text("text"), Parameter.of("searches", DYNAMIC),
                        Parameter.of("replacements", DYNAMIC)), ResultType.always(STRING), NullRule.HANDLED,
                        site -> (Kernel.PerValue) arguments -> replaceStrings(TextArguments.textOf(arguments[0]),
                                elements(arguments[1]), elements(arguments[2])))
                .build();
    }

    private static List<Dynamic> elements(Object value) {
        return value instanceof Dynamic.Array array ? array.elements() : List.of();
    }

    /**
     * Search by search in the order of the list; what has been put in is not searched again, and neither is what was
     * found and stays because its replacement is no text.
     */
    private static String replaceStrings(String text, List<Dynamic> searches, List<Dynamic> replacements) {
        List<Piece> pieces = List.of(new Piece(text, false));
        for (int i = 0; i < Math.min(searches.size(), replacements.size()); i++) {
            if (searches.get(i) instanceof Dynamic.Text(String search) && !search.isEmpty()) {
                String replacement = replacements.get(i) instanceof Dynamic.Text(String given) ? given : search;
                List<Piece> replaced = new ArrayList<>();
                pieces.forEach(piece -> piece.replace(search, replacement, replaced));
                pieces = replaced;
            }
        }
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }

    private record Piece(String text, boolean done) {
        void replace(String search, String replacement, List<Piece> pieces) {
            int start = 0;
            int found = done ? -1 : text.indexOf(search);
            while (found >= 0) {
                pieces.add(new Piece(text.substring(start, found), false));
                pieces.add(new Piece(replacement, true));
                start = found + search.length();
                found = text.indexOf(search, start);
            }
            pieces.add(new Piece(text.substring(start), done));
        }
    }

    private static ScalarFunction hasAnyIndex() {
        return ScalarFunction.named("has_any_index")
                .summary("The position in an array of the first term that a text has; -1 if it has none.")
                .example("print has_any_index('this is an example', dynamic(['not', 'example']))", "1")
                .signature(List.of(TextArguments.text("text"), Parameter.of("terms", DYNAMIC)),
                        ResultType.always(LONG), NullRule.HANDLED, site -> (Kernel.PerValue) arguments -> {
                            String text = TextArguments.textOf(arguments[0]);
                            List<Dynamic> terms = elements(arguments[1]);
                            for (int i = 0; i < terms.size(); i++) {
                                if (Terms.has(text, TextArguments.textOf(terms.get(i)), false)) {
                                    return (long) i;
                                }
                            }
                            return -1L;
                        })
                .build();
    }
}

package dev.harrier.kql.function;

import static dev.harrier.kql.type.ScalarType.DECIMAL;
import static dev.harrier.kql.type.ScalarType.DYNAMIC;
import static dev.harrier.kql.type.ScalarType.STRING;

import dev.harrier.kql.expr.Kernel;
import dev.harrier.kql.expr.NullRule;
import dev.harrier.kql.expr.Parameter;
import dev.harrier.kql.expr.ScalarFunction;
import dev.harrier.kql.type.Dynamic;
import dev.harrier.kql.type.DynamicJson;
import dev.harrier.kql.type.Dynamics;
import dev.harrier.kql.type.ScalarType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Taking structured texts apart: {@code parse_url parse_urlquery parse_csv parse_version extract_json parse_path}. */
final class ParseFunctions {
    private static final int MOST_VERSION_PARTS = 4;
    private static final int MOST_VERSION_DIGITS = 8;

    private ParseFunctions() {}

    static List<ScalarFunction> all() {
        return List.of(
                parse("parse_url", "The parts of an absolute URL.", "print tostring(parse_url('https://a.b/c').Host)",
                        "a.b",
                        ParseFunctions::url),
                parse("parse_urlquery", "The parameters of the query part of a URL.",
                        "print tostring(parse_urlquery('k=v')['Query Parameters'].k)", "v",
                        text -> bag(Map.of("Query Parameters", query(text)))),
                parse("parse_csv", "The fields of the first line of a text in CSV form.",
                        "print tostring(parse_csv('aa,\"b,b\"'))", "[\"aa\",\"b,b\"]", ParseFunctions::csv),
                parse("parse_path", "The parts of a file path.",
                        "print tostring(parse_path(@'C:\\temp\\a.txt').Filename)",
                        "a.txt", ParseFunctions::path),
                version(), extractJson());
    }

    private static ScalarFunction parse(String name, String summary, String example, String result,
            Function<String, Dynamic> function) {
        return ScalarFunction.named(name).summary(summary).example(example, result)
                .signature(List.of(TextArguments.text("text")), DYNAMIC,
                        arguments -> function.apply(TextArguments.textOf(arguments[0])))
                .build();
    }

    private static Dynamic bag(Map<String, Dynamic> properties) {
        return new Dynamic.Bag(properties);
    }

    private static Dynamic text(String value) {
        return new Dynamic.Text(value);
    }

    private static String before(String text, int position) {
        return position < 0 ? text : text.substring(0, position);
    }

    private static String after(String text, int position) {
        return position < 0 ? "" : text.substring(position + 1);
    }

    private static Dynamic url(String url) {
        int scheme = url.indexOf("://");
        String rest = scheme < 0 ? url : url.substring(scheme + 3);
        String fragment = after(rest, rest.indexOf('#'));
        rest = before(rest, rest.indexOf('#'));
        String query = after(rest, rest.indexOf('?'));
        rest = before(rest, rest.indexOf('?'));
        int slash = scheme < 0 ? 0 : rest.indexOf('/');
        String authority = scheme < 0 ? "" : before(rest, slash);
        String user = before(authority, Math.max(authority.lastIndexOf('@'), 0));
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.startsWith("[") ? host.indexOf(':', host.indexOf(']')) : host.indexOf(':');
        Map<String, Dynamic> parts = new LinkedHashMap<>();
        parts.put("Scheme", text(scheme < 0 ? "" : url.substring(0, scheme)));
        parts.put("Host", text(before(host, port)));
        parts.put("Port", text(after(host, port)));
        parts.put("Path", text(slash < 0 ? "" : rest.substring(slash)));
        parts.put("Username", text(before(user, user.indexOf(':'))));
        parts.put("Password", text(after(user, user.indexOf(':'))));
        parts.put("Query Parameters", query(query));
        parts.put("Fragment", text(fragment));
        return bag(parts);
    }

    private static Dynamic query(String query) {
        Map<String, Dynamic> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parameters.putIfAbsent(EncodingFunctions.percentDecoded(before(pair, equals)),
                        text(EncodingFunctions.percentDecoded(after(pair, equals))));
            }
        }
        return bag(parameters);
    }

    /** A field in quotes may hold commas, line ends and doubled quotes; a line end outside ends the record. */
    private static Dynamic csv(String line) {
        List<Dynamic> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (quoted && character == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append('"');
                i++;
            } else if (character == '"' && (quoted || field.isEmpty())) {
                quoted = !quoted;
            } else if (!quoted && character == ',') {
                fields.add(text(field.toString()));
                field.setLength(0);
            } else if (!quoted && (character == '\n' || character == '\r')) {
                break;
            } else {
                field.append(character);
            }
        }
        fields.add(text(field.toString()));
        return new Dynamic.Array(fields);
    }

    private static Dynamic path(String path) {
        int scheme = path.indexOf("://");
        String rest = scheme < 0 ? path : path.substring(scheme + 3);
        int colon = rest.indexOf(':');
        boolean drive = colon == 1 && Character.isLetter(rest.charAt(0));
        int name = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('\\'));
        String file = rest.substring(name + 1);
        int stream = name < 0 && drive ? -1 : file.indexOf(':');
        String filename = before(file, stream);
        String directory = name < 0 ? "" : rest.substring(0, name);
        int parent = Math.max(directory.lastIndexOf('/'), directory.lastIndexOf('\\'));
        Map<String, Dynamic> parts = new LinkedHashMap<>();
        parts.put("Scheme", text(scheme < 0 ? "" : path.substring(0, scheme)));
        parts.put("RootPath", text(drive ? rest.substring(0, 2) : ""));
        parts.put("DirectoryPath", text(directory));
        parts.put("DirectoryName", text(directory.substring(parent + 1)));
        parts.put("Filename", text(filename));
        parts.put("Extension", text(after(filename, filename.lastIndexOf('.'))));
        parts.put("AlternateDataStreamName", text(after(file, stream)));
        return bag(parts);
    }

    private static ScalarFunction version() {
        return ScalarFunction.named("parse_version")
                .summary("A version of up to four numbers as one that can be compared.")
                .example("print parse_version('0.0.7') > parse_version('0.0.5.9')", "True")
                .signature(List.of(TextArguments.text("version")), DECIMAL,
                        arguments -> version(TextArguments.textOf(arguments[0])))
                .build();
    }

    private static BigDecimal version(String version) {
        String[] parts = version.split("\\.", -1);
        if (parts.length > MOST_VERSION_PARTS) {
            return null;
        }
        BigDecimal number = BigDecimal.ZERO;
        for (int i = 0; i < MOST_VERSION_PARTS; i++) {
            String part = i < parts.length ? parts[i] : "0";
            boolean valid = !part.isEmpty() && part.length() <= MOST_VERSION_DIGITS
                    && part.chars().allMatch(character -> character >= '0' && character <= '9');
            if (!valid) {
                return null;
            }
            number = number.scaleByPowerOfTen(MOST_VERSION_DIGITS).add(new BigDecimal(part));
        }
        return number.setScale(0);
    }

    private static ScalarFunction extractJson() {
        return ScalarFunction.named("extract_json").alias("extractjson", "get_json_object")
                .summary("The value at a path such as $.a[0].b in JSON text, as text or as another type.")
                .example("print extract_json('$.a[1]', '{\"a\": [1, 2]}', typeof(long))", "2")
                .signature(
                        List.of(TextArguments.text("path"), TextArguments.text("json"), Parameter.typeLiteral("type")),
                        types -> Optional.of(types.size() > 2 ? types.get(2) : STRING), NullRule.HANDLED, site -> {
                            ScalarType target = site.resultType();
                            return (Kernel.PerValue) arguments -> {
                                Object json = arguments[1];
                                Dynamic root = json instanceof String text
                                        ? DynamicJson.parseJson(text)
                                        : (Dynamic) json;
                                Dynamic found = at(TextArguments.textOf(arguments[0]), root);
                                return found == null ? null : Dynamics.cast(target, found);
                            };
                        })
                .build();
    }

    /** Walks {@code $.name}, {@code ['name']} and {@code [0]}; null where the path is malformed or leads nowhere. */
    private static Dynamic at(String path, Dynamic root) {
        Dynamic value = root;
        int position = path.startsWith("$") ? 1 : 0;
        while (position < path.length() && value != null) {
            char first = path.charAt(position);
            if (first == '[') {
                int end = path.indexOf(']', position);
                if (end < 0) {
                    return null;
                }
                value = step(path.substring(position + 1, end).strip(), value);
                position = end + 1;
            } else {
                int start = first == '.' ? position + 1 : position;
                int end = start;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                value = end == start ? null : Dynamics.property(value, path.substring(start, end));
                position = end;
            }
        }
        return value;
    }

    private static Dynamic step(String key, Dynamic value) {
        boolean quoted = key.length() >= 2 && (key.startsWith("'") && key.endsWith("'")
                || key.startsWith("\"") && key.endsWith("\""));
        if (quoted) {
            return Dynamics.property(value, key.substring(1, key.length() - 1));
        }
        boolean number = !key.isEmpty() && key.length() <= 9 && key.chars().allMatch(Character::isDigit);
        return number ? Dynamics.element(value, Long.parseLong(key)) : null;
    }
}

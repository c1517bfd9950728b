package dev.harrier.kql.operator;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.harrier.kql.bind.BindContext;
import dev.harrier.kql.bind.Codes;
import dev.harrier.kql.bind.RowScope;
import dev.harrier.kql.bind.Rows;
import dev.harrier.kql.bind.Settings;
import dev.harrier.kql.bind.TabularOperator;
import dev.harrier.kql.expr.Literal;
import dev.harrier.kql.expr.Regexes;
import dev.harrier.kql.syntax.OperatorSyntax;
import dev.harrier.kql.syntax.Setting;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Dynamic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** {@code parse-kv text as (key: type, …) with (pair_delimiter=…, kv_delimiter=…)} or {@code with (regex=…)}. */
final class ParseKvOperator implements TabularOperator<OperatorSyntax.ParseKv> {
    private static final Set<String> PROPERTIES = Set.of("pair_delimiter", "kv_delimiter", "quote", "escape", "regex",
            "greedy");

    @Override
    public Class<OperatorSyntax.ParseKv> syntax() {
        return OperatorSyntax.ParseKv.class;
    }

    @Override
    public Rows bind(OperatorSyntax.ParseKv syntax, Rows input, BindContext context) {
        new Settings(syntax.settings(), Set.of(), context);
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        syntax.columns().forEach(column -> {
            if (names.add(column.name().text())) {
                columns.add(new Column(column.name().text(), column.type()));
            } else {
                context.error(Codes.DUPLICATE_COLUMN, column.span(),
                        "there is a column '" + column.name().text() + "' already");
            }
        });
        return reader(syntax, columns, context)
                .map(read -> new Extraction("parse-kv", columns, read, false)
                        .bind(syntax.text(), input, syntax.span(), context))
                .orElseGet(() -> Rows.unknown(syntax.span()));
    }

    private static Optional<Function<String, Dynamic.Array>> reader(OperatorSyntax.ParseKv syntax,
            List<Column> columns, BindContext context) {
        Optional<Map<String, List<String>>> given = properties(syntax, context);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        Map<String, List<String>> properties = given.get();
        if (properties.containsKey("regex")) {
            return regex(syntax, properties.get("regex").getFirst(), context)
                    .map(pattern -> KeyValues.regex(columns, pattern));
        }
        String pair = properties.getOrDefault("pair_delimiter", List.of("")).getFirst();
        String key = properties.getOrDefault("kv_delimiter", List.of("")).getFirst();
        if (pair.isEmpty() != key.isEmpty()) {
            context.error(Codes.BAD_CONSTANT, syntax.span(),
                    "give 'pair_delimiter' and 'kv_delimiter', or neither of them");
            return Optional.empty();
        }
        List<Character> escapes = properties.getOrDefault("escape", List.of()).stream().filter(text -> !text.isEmpty())
                .map(text -> text.charAt(0)).toList();
        List<String> quotes = properties.getOrDefault("quote", List.of()).stream().filter(text -> !text.isEmpty())
                .toList();
        KeyValues.Form form = new KeyValues.Form(pair, key, quotes, escapes, properties.containsKey("greedy"));
        return Optional.of(pair.isEmpty() ? KeyValues.loose(columns, form) : KeyValues.delimited(columns, form));
    }

    private static Optional<Map<String, List<String>>> properties(OperatorSyntax.ParseKv syntax,
            BindContext context) {
        Map<String, List<String>> properties = new HashMap<>();
        boolean fine = true;
        for (Setting setting : syntax.properties()) {
            String name = setting.name().text();
            if (!PROPERTIES.contains(name)) {
                context.error(Codes.EXPECTED_WORD, setting.span(), "there is no property '" + name + "' here");
                fine = false;
            } else if (context.scalar(setting.value(), RowScope.NONE) instanceof Literal literal
                    && literal.value() != null) {
                if (!Boolean.FALSE.equals(literal.value())) {
                    properties.computeIfAbsent(name, key -> new ArrayList<>()).add(literal.value().toString());
                }
            } else {
                context.error(Codes.CONSTANT_EXPECTED, setting.value().span(), "expected a constant");
                fine = false;
            }
        }
        return fine ? Optional.of(properties) : Optional.empty();
    }

    private static Optional<Pattern> regex(OperatorSyntax.ParseKv syntax, String text, BindContext context) {
        try {
            Pattern pattern = Regexes.compile(text);
            if (pattern.groupCount() == 2) {
                return Optional.of(pattern);
            }
            context.error(Codes.BAD_CONSTANT, syntax.span(),
                    "the regular expression must have two groups, the key and the value");
        } catch (PatternSyntaxException e) {
            context.error(Codes.BAD_CONSTANT, syntax.span(), "not a regular expression: " + e.getDescription());
        }
        return Optional.empty();
    }
}

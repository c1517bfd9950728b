package dev.harrier.kql.completion;

import dev.harrier.kql.completion.Completion.Item;
import dev.harrier.kql.completion.Completion.Kind;
import dev.harrier.kql.reference.LanguageEntry;
import dev.harrier.kql.reference.LanguageReference;
import dev.harrier.kql.syntax.QueryWords;
import dev.harrier.kql.table.Table;
import dev.harrier.kql.table.Tables;
import dev.harrier.kql.type.Column;
import dev.harrier.kql.type.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes items of names. */
final class Items {
    private static final Pattern LET = Pattern
            .compile("\\blet\\s+(\\w+)\\s*=\\s*(view\\s*)?(\\(([^{}]{0,2000})\\)\\s*\\{)?");
    private static final Set<String> MOSTLY_USED = Set.of("where", "summarize", "project", "extend", "join", "take",
            "sort", "count", "distinct", "top");

    private final String declarations;
    private final Tables tables;

    Items(String declarations, Tables tables) {
        this.declarations = declarations;
        this.tables = tables;
    }

    static List<Item> columns(Schema schema) {
        return schema.columns().stream().map(Items::column).toList();
    }

    static Item column(Column column) {
        return new Item(column.name(), Kind.COLUMN, written(column.name()), column.type().keyword(), "");
    }

    /** A name as it can be written in a query. */
    private static String written(String name) {
        return QueryWords.isPlainName(name)
                ? name
                : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }

    static Item value(Object value, char quote) {
        if (!(value instanceof String text)) {
            return new Item(value.toString(), Kind.VALUE, value.toString(), "", "");
        }
        String escaped = text.replace("\\", "\\\\").replace(String.valueOf(quote), "\\" + quote)
                .replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
        return new Item(text, Kind.VALUE, quote + escaped + quote, "", "");
    }

    List<Item> tables() {
        return tables.names().stream().map(name -> new Item(name, Kind.TABLE, written(name),
                tables.find(name).map(Items::size).orElse(""), "")).toList();
    }

    private static String size(Table table) {
        return table.schema().size() + " columns";
    }

    /** What the query has declared so far: functions with their parameters, and all else. */
    List<Item> variables() {
        List<Item> items = new ArrayList<>();
        Matcher matcher = LET.matcher(declarations);
        while (matcher.find()) {
            String name = matcher.group(1);
            boolean function = matcher.group(3) != null;
            items.add(new Item(name, function ? Kind.FUNCTION : Kind.VARIABLE, function ? name + "(" : name,
                    function ? name + "(" + matcher.group(4).strip() + ")" : "", ""));
        }
        return items;
    }

    /** @param pipe what goes before the name */
    List<Item> operators(String pipe) {
        List<LanguageEntry> entries = LanguageReference.builtIn().supported(LanguageEntry.Kind.OPERATOR);
        return Stream.concat(entries.stream().filter(entry -> MOSTLY_USED.contains(entry.name())),
                entries.stream().filter(entry -> !MOSTLY_USED.contains(entry.name()))).map(
                        entry -> new Item(
                                entry.name(), Kind.OPERATOR, pipe + entry.name(), first(entry.forms()),
                                entry.summary()))
                .toList();
    }

    List<Item> sources() {
        LanguageReference reference = LanguageReference.builtIn();
        return Stream.concat(reference.supported(LanguageEntry.Kind.SOURCE).stream(),
                reference.supported(LanguageEntry.Kind.OPERATOR).stream()
                        .filter(entry -> Set.of("union", "search", "find").contains(entry.name())))
                .map(entry -> new Item(entry.name(), Kind.KEYWORD, entry.name(), first(entry.forms()),
                        entry.summary()))
                .toList();
    }

    List<Item> statements() {
        return LanguageReference.builtIn().supported(LanguageEntry.Kind.STATEMENT).stream()
                .map(entry -> new Item(entry.name(), Kind.KEYWORD, entry.name(), first(entry.forms()),
                        entry.summary()))
                .toList();
    }

    /** Functions, aggregates or plugins, by name. */
    List<Item> functions(LanguageEntry.Kind kind) {
        Kind shown = switch (kind) {
            case AGGREGATE -> Kind.AGGREGATE;
            case PLUGIN -> Kind.PLUGIN;
            case FUNCTION, OPERATOR, SOURCE, SIGN, STATEMENT -> Kind.FUNCTION;
        };
        return LanguageReference.builtIn().supported(kind).stream()
                .map(entry -> new Item(entry.name(), shown, entry.name() + (takesNothing(entry) ? "()" : "("),
                        first(entry.forms()), entry.summary()))
                .toList();
    }

    private static boolean takesNothing(LanguageEntry entry) {
        return !entry.forms().isEmpty() && entry.forms().stream().allMatch(form -> form.contains("()"));
    }

    private static String first(List<String> forms) {
        return forms.isEmpty() ? "" : forms.getFirst();
    }
}
